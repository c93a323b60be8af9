pragma ComponentBehavior: Bound

import QtQuick
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

    readonly property bool wide: width > Theme.unit * 50 && height > Theme.unit * 24
    readonly property bool listShown: wide || !overTimeAlone

    // Puts the keyboard where it was before an entry was opened, or else on the first.
    function comeBack(): void {
        if (listShown ? !list.enter(last) : !body.enter(last))
            (parent as Item)?.forceActiveFocus();
    }
    function seek(): void {
        overTimeAlone = false;
        if (!wide)
            list.positionViewAtBeginning();
        ((wide ? above.item : list.headerItem) as JournalTop)?.seek();
    }

    Component {
        id: top

        JournalTop {
            width: root.wide ? root.width : list.width - Theme.gap
            most: root.wide ? root.height * 0.45 : Infinity
            overTimeOffered: !root.wide
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
        visible: root.overTimeAlone && !root.wide || root.wide && (root.seeking.narrowed || !root.entries.empty)
        seeking: root.seeking
        moments: root.moments
        overTime: root.overTime
        onChosen: key => {
            root.last = key;
            root.opened.open(key);
        }
    }
}
