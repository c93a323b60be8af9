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
    readonly property bool saysAbove: {
        const sitting = page.item as SittingPage;
        return !root.home && flow.page !== "room" && (!sitting || sitting.answering);
    }

    function toggleFullScreen(): void {
        visibility = visibility === Window.FullScreen ? Window.AutomaticVisibility : Window.FullScreen;
    }

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
            sourceComponent: {
                switch (root.flow.page) {
                case "welcome":
                    return welcome;
                case "journal":
                    return journal;
                case "settings":
                    return settings;
                case "safety":
                    return safety;
                case "hold":
                    return hold;
                case "sitting":
                    return sitting;
                case "room":
                    return room;
                case "unfinished":
                    return unfinished;
                default:
                    return home;
                }
            }
        }
    }

    Component {
        id: welcome

        WelcomePage {
            flow: root.flow
            preferences: root.preferences
        }
    }
    Component {
        id: home

        HomePage {
            flow: root.flow
            shelf: root.shelf
            keeping: root.keeping
        }
    }
    Component {
        id: journal

        JournalPage {
            diary: root.diary
        }
    }
    Component {
        id: settings

        SettingsPage {
            preferences: root.preferences
            answers: root.answers
            room: root.room
            flow: root.flow
        }
    }
    Component {
        id: safety

        SafetyPage {
            flow: root.flow
        }
    }
    Component {
        id: hold

        HoldPage {
            flow: root.flow
        }
    }
    Component {
        id: sitting

        SittingPage {
            run: root.run
            answers: root.answers
            keeping: root.keeping
            flow: root.flow
            preferences: root.preferences
            sounding: root.sounding
            fullScreen: root.visibility === Window.FullScreen
            onFullScreenAsked: root.toggleFullScreen()
        }
    }
    Component {
        id: room

        RoomPage {
            flow: root.flow
            room: root.room
        }
    }
    Component {
        id: unfinished

        UnfinishedPage {
            flow: root.flow
            answers: root.answers
        }
    }
}
