pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// What stands on the paper: the page that is shown, in its frame, and the keys that work on all of them.
FocusScope {
    id: root

    required property Preferences preferences
    required property ShelfModel shelf
    required property Deleting deleting
    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing
    required property Run run
    required property Pace pace
    required property WaveModel wave
    required property Answers answers
    required property Keeping keeping
    required property Diary diary
    required property Seeking seeking
    required property LongList entries
    required property LongList moments
    required property OverTime overTime
    required property Opened opened
    required property Rewording rewording
    required property Answers reworded
    required property Lock lock
    required property Locksmith locksmith
    required property Backups backups
    required property Mending mending
    required property Room room
    required property Flow flow
    required property OneKey oneKey
    required property Alphabet alphabet
    required property LessOffer lessOffer
    required property Sounding sounding
    required property SoundTrial trial
    required property Saving saving
    required property Sharing sharing
    required property Receiving receiving
    required property Arriving arriving
    required property DoubleClick doubleClick
    required property Voices voices
    required property ReadingAloud reading
    required property Exporting exporting
    required property Importing importing
    required property Printing printing
    required property Outward outward
    required property Outward codeOutward
    required property Retention retention
    required property Breaths breaths
    required property DrawnBreath drawn
    required property BreathTrial breathTrial

    readonly property bool home: ["home", "journal", "settings"].includes(flow.page)
    // The tabs' pages say it below the tabs, the orb below its words; the room stays as it is.
    readonly property bool answering: lessOffer.open || ["name", "check-in", "close"].includes(run.kind)
    readonly property bool saysAbove: !home && flow.page !== "room" && (flow.page !== "sitting" || answering)
    readonly property string keptSentence: lock.shut ? qsTr("Kept. It joins your journal when you next unlock it.") : qsTr("Kept in your journal, on this computer.")
    property bool largeBefore: false
    property string shown: ""
    property Component next: null

    // Goes to it, and the keyboard with it: it stays on the tab that was pressed, and is where it was if one comes back.
    function go(): void {
        const from = shown;
        const tab = oneKey.on ? null : frame.tabPressed();
        if (from === "settings")
            way.remember(page.item as Item, Window.activeFocusItem);
        turn();
        if (tab && home)
            tab.forceActiveFocus(Qt.TabFocusReason);
        else if (shown === "settings" && from !== shown && !oneKey.on && !frame.leadsTo(from))
            way.comeBack(page.item as Item);
    }
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
            return page.setSource("looking_back/JournalDoor.qml", {
                flow,
                lock,
                mending,
                backups,
                journal: {
                    lock,
                    diary,
                    seeking,
                    entries,
                    moments,
                    overTime,
                    opened,
                    rewording,
                    reworded,
                    keeping,
                    flow
                }
            });
        case "settings":
            return page.setSource("settings/SettingsPage.qml", {
                preferences,
                answers,
                room,
                sounding,
                trial,
                reading,
                retention,
                lock,
                locksmith,
                backups,
                doubleClick,
                flow
            });
        case "print":
            return page.setSource("along/PrintPage.qml", {
                flow,
                printing,
                outward
            });
        case "export":
            return page.setSource("along/ExportPage.qml", {
                flow,
                exporting,
                importing,
                preferences
            });
        case "restore":
            return page.setSource("guarding/RestorePage.qml", {
                flow,
                backups
            });
        case "passphrase":
            return page.setSource("guarding/PassphrasePage.qml", {
                flow,
                locksmith,
                outward: codeOutward
            });
        case "safety":
            return page.setSource("SafetyPage.qml", {
                flow
            });
        case "hold":
            return page.setSource("breathing/HoldPage.qml", {
                flow
            });
        case "save":
            return page.setSource("along/SavePage.qml", {
                flow,
                saving
            });
        case "share":
            return page.setSource("along/SharePage.qml", {
                flow,
                sharing
            });
        case "given":
            return page.setSource("along/GivenPage.qml", {
                flow,
                receiving,
                sounding
            });
        case "voices":
            return page.setSource("hearing/VoicesPage.qml", {
                flow,
                sounding,
                voices
            });
        case "edit":
            return page.setSource("writing/EditPage.qml", {
                flow,
                editing,
                stepEditing,
                promptEditing
            });
        case "breaths":
            return page.setSource("breathing/BreathsPage.qml", {
                flow,
                breaths
            });
        case "breath":
            return page.setSource("breathing/BreathPage.qml", {
                flow,
                breaths,
                drawn,
                trial: breathTrial
            });
        case "sitting":
            return page.setSource("breathing/SittingPage.qml", {
                run,
                pace,
                wave,
                answers,
                keeping,
                flow,
                lessOffer,
                preferences,
                sounding,
                oneKey,
                toggleFullScreen
            });
        case "room":
            return page.setSource("RoomPage.qml", {
                flow,
                preferences,
                room
            });
        case "write":
            return page.setSource("saying/WritePage.qml", {
                flow,
                answers,
                keeping,
                preferences
            });
        case "unfinished":
            return page.setSource("saying/UnfinishedPage.qml", {
                flow,
                answers
            });
        default:
            return page.setSource("shelf/HomePage.qml", {
                flow,
                shelf,
                deleting,
                keeping
            });
        }
    }
    function toggleFullScreen(): void {
        const window = root.Window.window;
        const fills = window.visibility === Window.FullScreen;
        if (!fills)
            largeBefore = window.visibility === Window.Maximized;
        window.visibility = !fills ? Window.FullScreen : largeBefore ? Window.Maximized : Window.AutomaticVisibility;
    }

    function toggleKeys(): void {
        if (keys.active)
            keys.active = false;
        else
            keys.show();
    }

    focus: true
    Keys.onPressed: event => {
        if (event.modifiers & ~Qt.KeypadModifier)
            return;
        if (event.key === Qt.Key_B)
            root.flow.backToRoom();
        else if (event.key === Qt.Key_W && root.home)
            root.flow.writeNow();
        else if (event.key === Qt.Key_F11)
            root.toggleFullScreen();
        else if (event.key === Qt.Key_F1)
            root.toggleKeys();
        else
            return;
        event.accepted = true;
    }

    // It goes up where letters would cover what is written with one key.
    Item {
        id: paper

        y: -((letters.item as Letters)?.lifted ?? 0)
        width: parent.width
        height: parent.height

        HomeFrame {
            id: frame

            anchors.fill: parent
            visible: root.home
            enabled: root.home
            flow: root.flow
            keeping: root.keeping
            sentence: root.flow.said || (root.flow.kept ? root.keptSentence : "")
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
    Dimming {
        anchors.fill: parent
        page: root.flow.page
        look: root.preferences.shownLook
    }
    Connections {
        target: root.flow

        function onPageChanged(): void {
            keys.active = false;
            if (root.flow.page !== root.shown)
                letters.close();
            root.go();
        }
    }
    Loader {
        id: letters

        function close(): void {
            (item as Letters)?.close();
        }

        width: parent.width
        height: parent.height
        active: root.oneKey.on
        sourceComponent: Letters {
            id: over

            alphabet: root.alphabet
            flow: root.flow
            paper: paper
            onOpened: keys.active = false

            Walk {
                oneKey: root.oneKey
                page: page.item as Item
                letters: over
            }
        }
    }
    Loader {
        id: keys

        function show(): void {
            letters.close();
            setSource("KeysPanel.qml", {
                within: root
            });
            active = true;
        }

        active: false

        Connections {
            target: keys.item as KeysPanel

            function onClosed(): void {
                root.toggleKeys();
            }
        }
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: keys.active
        onActivated: root.toggleKeys()
    }
    Connections {
        target: root.flow

        function onKeysAsked(): void {
            keys.show();
        }
    }
    DropArea {
        anchors.fill: parent
        onEntered: drag => drag.accepted = drag.hasUrls && root.arriving.takes(drag.urls)
        onDropped: drop => root.arriving.drop(drop.urls)
    }
    WayBack {
        id: way
    }
    Shortcut {
        sequences: [StandardKey.NextChild]
        enabled: root.home
        onActivated: frame.step(1)
    }
    Shortcut {
        sequences: [StandardKey.PreviousChild]
        enabled: root.home
        onActivated: frame.step(-1)
    }
    Shortcut {
        sequences: ["Ctrl+L"]
        onActivated: root.lock.lock()
    }
    // Once the window has been seen, the page that Space asks for is made ready.
    Timer {
        interval: 150
        running: true
        onTriggered: root.next = Qt.createComponent("breathing/SittingPage.qml", Component.Asynchronous, root)
    }
}
