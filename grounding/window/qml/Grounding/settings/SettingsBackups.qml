import QtQuick
import Grounding
import Grounding.Models

// When the last backup was made, and what can be done with them.
Section {
    id: root

    required property Backups backups
    required property Lock lock
    required property Flow flow
    required property Scroll scroll

    readonly property string done: backups.done === "made" ? qsTr("It is made.") : backups.done === "carried" ? lock.passphrase ? qsTr("It is saved, and opens with the passphrase your journal has now.") : qsTr("It is saved. Whoever has that file can read it.") : ""

    title: qsTr("Backups")
    Component.onCompleted: backups.read()
    Component.onDestruction: backups.leave()

    Words {
        width: parent.width
        text: root.backups.newest !== "" ? qsTr("The last one was made on %1.").arg(root.backups.newest) : qsTr("There is none yet.")
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("They are made by themselves, encrypted as the journal is, and lie beside it on this computer. One that is saved elsewhere helps when the disk dies.")
    }
    Words {
        width: parent.width
        visible: root.lock.shut
        color: Theme.now.quiet
        text: qsTr("While the journal is locked, none can be made or restored.")
    }
    Wrap {
        width: parent.width
        visible: !root.lock.shut

        EdgedButton {
            text: qsTr("Make one now")
            onClicked: root.backups.makeNow()
        }
        EdgedButton {
            text: qsTr("Save a backup as…")
            leadsOut: true
            onClicked: saving.active = true
        }
        EdgedButton {
            text: qsTr("Restore…")
            onClicked: root.flow.show("restore")
        }
    }
    Told {
        width: parent.width
        scroll: root.scroll
        text: root.backups.working ? qsTr("A moment…") : root.backups.said || root.done
    }
    Asked {
        id: saving

        source: "../guarding/BackupSaveDialog.qml"
        suggested: root.backups.suggested
        onChosen: file => root.backups.carryTo(file)
    }
}
