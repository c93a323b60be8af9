pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What stands above the entries: the head, what is looked for, and lines about what just happened.
Column {
    id: root

    required property Lock lock
    required property Diary diary
    required property Seeking seeking
    required property OverTime overTime
    required property Rewording rewording
    required property Keeping keeping
    required property LongList entries
    required property Flow flow
    required property bool overTimeOffered
    required property real most

    signal listAsked
    signal overTimeAsked

    function seek(): void {
        head.seek();
    }
    // Puts the keyboard on the way to take a deletion back, which finds its place before.
    function reachUndo(): void {
        forceLayout();
        deleted.reach();
    }

    spacing: Theme.gap
    bottomPadding: Theme.gap

    JournalHead {
        id: head

        width: parent.width
        lock: root.lock
        seeking: root.seeking
        pageOffered: root.diary.unread === "" && (!root.entries.empty || root.seeking.narrowed)
        onListAsked: root.listAsked()
        onTaken: page => root.flow.show(page)
    }
    JournalFilters {
        width: parent.width
        most: root.most
        seeking: root.seeking
        overTime: root.overTime
        flow: root.flow
        overTimeOffered: root.overTimeOffered
        onListAsked: root.listAsked()
        onOverTimeAsked: root.overTimeAsked()
    }
    Waiting {
        width: parent.width
        keeping: root.keeping
        flow: root.flow
    }
    UndoLine {
        id: deleted

        width: parent.width
        visible: root.diary.mayUndo
        text: qsTr("Deleted.")
        onUndone: root.diary.undo()
        onOver: root.listAsked()
    }
    UndoLine {
        width: parent.width
        visible: root.rewording.mayUndo
        text: qsTr("Left as it was.")
        onUndone: root.rewording.undo()
        onOver: root.listAsked()
    }
    Wrap {
        width: parent.width
        visible: root.rewording.waits

        Words {
            height: Math.max(Theme.target, implicitHeight)
            width: Math.min(implicitWidth, parent.width)
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Changes to an entry are still here.")
        }
        EdgedButton {
            text: qsTr("Go on with them")
            onClicked: root.rewording.goOn()
        }
    }
    Words {
        width: parent.width
        visible: text !== "" && text !== root.flow.said
        text: root.diary.unread
    }
    Words {
        width: parent.width
        visible: root.entries.empty
        color: Theme.now.quiet
        text: root.seeking.narrowed ? qsTr("Nothing here fits all of this. Whatever else you kept is still in the journal.") : qsTr("Nothing is here, and nothing is expected of you. What you choose to keep can be read here.")
    }
}
