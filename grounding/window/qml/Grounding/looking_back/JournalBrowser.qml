pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The entries, and beside them, or in their stead where the window is small, how it was over time.
Item {
    id: root

    required property Lock lock
    required property Diary diary
    required property Seeking seeking
    required property LongList entries
    required property LongList moments
    required property OverTime overTime
    required property Opened opened
    required property Rewording rewording
    required property Keeping keeping
    required property Flow flow

    property bool overTimeAlone: false
    property string last: ""
    property bool undoComes: false
    property bool undoCame: false

    readonly property bool wide: width > Theme.unit * 50 && height > Theme.unit * 24
    readonly property bool listShown: wide || !overTimeAlone
    readonly property bool known: diary.unread === ""

    // Puts the keyboard where it was before an entry was opened, or else on the first.
    function comeBack(): void {
        if (listShown ? !list.enter(last) : !body.enter(last))
            (parent as Item)?.forceActiveFocus();
    }
    // The same once an entry is shut, unless the way to take its deletion back came first.
    function comeBackFromEntry(): void {
        comeBack();
        if (undoCame)
            reachUndo();
    }
    function seek(): void {
        overTimeAlone = false;
        if (!wide)
            list.positionViewAtBeginning();
        topShown()?.seek();
    }
    function topShown(): JournalTop {
        return (wide ? above.item : list.headerItem) as JournalTop;
    }
    // The list gives the keyboard to the row that comes in a deleted one's place: it goes to the way back after that.
    function reachUndo(): void {
        if (!diary.mayUndo || !listShown)
            return;
        undoCame = true;
        list.forceLayout();
        topShown()?.reachUndo();
        if (!wide && Window.activeFocusItem)
            list.reveal(Window.activeFocusItem);
    }

    onVisibleChanged: if (!visible)
        undoCame = false

    Component {
        id: top

        JournalTop {
            width: root.wide ? root.width : list.width - Theme.gap
            most: root.wide ? root.height * 0.45 : Infinity
            overTimeOffered: !root.wide && root.known
            lock: root.lock
            diary: root.diary
            seeking: root.seeking
            overTime: root.overTime
            rewording: root.rewording
            keeping: root.keeping
            flow: root.flow
            entries: root.entries
            onListAsked: root.comeBack()
            onOverTimeAsked: {
                root.overTimeAlone = true;
                back.forceActiveFocus();
            }
        }
    }
    Loader {
        id: above

        active: root.wide
        sourceComponent: top
    }
    EntryList {
        id: list

        anchors.left: parent.left
        anchors.top: root.wide ? above.bottom : parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: root.wide ? Theme.gap : 0
        width: root.wide ? root.width * 0.6 : root.width
        visible: root.listShown
        rows: root.entries
        header: root.wide ? null : top
        delegate: EntryCard {
            required property var row
            required property int index

            width: ListView.view.width - Theme.gap
            entry: row
            focusPolicy: ListView.isCurrentItem || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
            onClicked: {
                ListView.view.currentIndex = index;
                root.last = entry.id;
                root.opened.open(entry.id);
            }
        }
    }
    Connections {
        target: root.diary

        function onUndoChanged(): void {
            root.undoComes = root.diary.mayUndo;
        }
    }
    Connections {
        target: root.entries

        function onRowsRemoved(): void {
            if (root.undoComes)
                undone.start();
            root.undoComes = false;
        }
        function onRowsInserted(): void {
            root.undoComes = false;
        }
    }
    Timer {
        id: undone

        interval: 0
        onTriggered: root.reachUndo()
    }
    EdgedButton {
        id: back

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: 4
        visible: !root.listShown
        text: qsTr("Back to the list")
        onClicked: {
            root.overTimeAlone = false;
            root.comeBack();
        }
    }
    OverTimePanel {
        id: body

        anchors.left: root.wide ? list.right : parent.left
        anchors.right: parent.right
        anchors.top: root.wide ? list.top : back.bottom
        anchors.bottom: parent.bottom
        anchors.leftMargin: root.wide ? Theme.gap * 1.5 : 0
        anchors.topMargin: root.wide ? 0 : Theme.gap
        visible: root.overTimeAlone && !root.wide || root.wide && root.known && (root.seeking.narrowed || !root.entries.empty)
        seeking: root.seeking
        moments: root.moments
        overTime: root.overTime
        onChosen: key => {
            root.last = key;
            root.opened.open(key);
        }
    }
}
