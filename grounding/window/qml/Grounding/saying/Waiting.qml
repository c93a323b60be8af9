import QtQuick
import Grounding
import Grounding.Models

// The one quiet line about words that wait: said in this run, or found unfinished, unseen.
Column {
    id: root

    required property Keeping keeping
    required property Flow flow

    visible: keeping.waiting || keeping.unfinished || keeping.mayUndo

    Wrap {
        flush: true
        width: parent.width
        visible: root.keeping.waiting

        Words {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            text: qsTr("What you said is still here.")
        }
        QuietButton {
            text: qsTr("Keep")
            onClicked: root.keeping.keep()
        }
        QuietButton {
            text: qsTr("Let it pass")
            onClicked: root.keeping.letPass()
        }
    }
    Wrap {
        flush: true
        width: parent.width
        visible: root.keeping.unfinished

        Words {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Something unfinished is here")
        }
        QuietButton {
            text: qsTr("Open")
            onClicked: root.flow.openUnfinished()
        }
        QuietButton {
            text: qsTr("Delete")
            onClicked: root.keeping.deleteUnfinished()
        }
        QuietButton {
            text: qsTr("Later")
            onClicked: root.keeping.later()
        }
    }
    Wrap {
        flush: true
        width: parent.width
        visible: root.keeping.mayUndo

        Words {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            text: qsTr("It is gone.")
        }
        QuietButton {
            text: qsTr("Undo")
            onClicked: root.keeping.undoDelete()
        }
    }
}
