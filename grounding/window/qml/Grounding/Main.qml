pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding.Models

ApplicationWindow {
    id: root

    required property Preferences preferences
    required property ShelfModel shelf
    required property Run run
    required property Answers answers
    required property Keeping keeping
    required property Diary diary
    required property Room room
    required property Flow flow
    required property Sounding sounding

    readonly property bool home: ["home", "journal", "settings"].includes(flow.page)
    // The tabs' pages say it below the tabs, the orb below its words; the room stays as it is.
    readonly property bool answering: flow.less || ["name", "check-in", "close"].includes(run.kind)
    readonly property bool saysAbove: !home && flow.page !== "room" && (flow.page !== "sitting" || answering)
    readonly property bool systemLight: Application.styleHints.colorScheme === Qt.ColorScheme.Light
    readonly property bool systemContrast: Application.styleHints.accessibility.contrastPreference === Qt.ContrastPreference.HighContrast
    property string shown: ""
    property Component next: null

    // Shows the page that is wanted. Each is loaded when it is first shown: what is not seen costs the start nothing.
    function turn(): void {
        if (flow.page === shown)
            return;
        shown = flow.page;
        switch (shown) {
        case "welcome":
            return page.setSource("WelcomePage.qml", {
                flow,
                preferences
            });
        case "journal":
            return page.setSource("JournalPage.qml", {
                diary
            });
        case "settings":
            return page.setSource("SettingsPage.qml", {
                preferences,
                answers,
                room,
                flow
            });
        case "safety":
            return page.setSource("SafetyPage.qml", {
                flow
            });
        case "hold":
            return page.setSource("HoldPage.qml", {
                flow
            });
        case "sitting":
            return page.setSource("SittingPage.qml", {
                run,
                answers,
                keeping,
                flow,
                preferences,
                sounding
            });
        case "room":
            return page.setSource("RoomPage.qml", {
                flow,
                room
            });
        case "unfinished":
            return page.setSource("UnfinishedPage.qml", {
                flow,
                answers
            });
        default:
            return page.setSource("HomePage.qml", {
                flow,
                shelf,
                keeping
            });
        }
    }
    function toggleFullScreen(): void {
        visibility = visibility === Window.FullScreen ? Window.AutomaticVisibility : Window.FullScreen;
    }

    onSystemLightChanged: preferences.tellSystem(systemLight, systemContrast)
    onSystemContrastChanged: preferences.tellSystem(systemLight, systemContrast)
    title: qsTr("Grounding")
    width: preferences.width
    height: preferences.height
    minimumWidth: 640
    minimumHeight: 480
    visibility: preferences.maximized ? Window.Maximized : Window.AutomaticVisibility
    visible: true
    color: Theme.now.below
    onClosing: {
        if (visibility !== Window.FullScreen)
            preferences.rememberSize(width, height, visibility === Window.Maximized);
    }

    Binding {
        target: Theme
        property: "scheme"
        value: root.preferences.scheme
    }
    Binding {
        target: Theme
        property: "textPercent"
        value: root.preferences.textPercent
    }
    Binding {
        target: Theme
        property: "reduced"
        value: root.preferences.reduced
    }
    // In a large window everything grows, though less than the window does: it is read from further away.
    Binding {
        target: Theme
        property: "grown"
        value: Math.max(1, Math.min(2, Math.pow(Math.min(root.width / 1120, root.height / 720), 0.6)))
    }

    FocusScope {
        id: keys

        anchors.fill: parent
        focus: true
        Keys.onPressed: event => {
            if (event.modifiers & ~Qt.KeypadModifier)
                return;
            if (event.key === Qt.Key_B)
                root.flow.backToRoom();
            else if (event.key === Qt.Key_F11)
                root.toggleFullScreen();
            else
                return;
            event.accepted = true;
        }

        Ground {
            anchors.fill: parent
        }
        HomeFrame {
            id: frame

            anchors.fill: parent
            visible: root.home
            enabled: root.home
            flow: root.flow
            keeping: root.keeping
            sentence: root.flow.said
        }
        QuietLine {
            id: said

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.margin
            anchors.topMargin: Theme.gap
            height: implicitHeight
            text: root.flow.said
            visible: text !== "" && root.saysAbove
            onDismissed: root.flow.heard()
        }
        Loader {
            id: page

            x: root.home ? frame.body.x : 0
            y: root.home ? frame.body.y : said.visible ? said.y + said.height : 0
            width: root.home ? frame.body.width : parent.width
            height: root.home ? frame.body.height : parent.height - y
            focus: true
            Component.onCompleted: root.turn()
        }
    }
    Connections {
        target: root.flow

        function onPageChanged(): void {
            root.turn();
        }
    }
    // Once the window has been seen, the page that Space asks for is made ready.
    Timer {
        interval: 150
        running: true
        onTriggered: root.next = Qt.createComponent("SittingPage.qml", Component.Asynchronous, root)
    }
}
