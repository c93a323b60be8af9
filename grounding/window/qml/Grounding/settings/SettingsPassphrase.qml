import QtQuick
import Grounding
import Grounding.Models

// Who can open the journal, and when it locks.
Section {
    id: root

    required property Lock lock
    required property Locksmith locksmith
    required property Preferences preferences
    required property Flow flow

    function begin(aim: string): void {
        locksmith.begin(aim);
        flow.show("passphrase");
    }

    title: qsTr("Passphrase")

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: root.lock.passphrase ? qsTr("Your journal has a passphrase. Practising never asks for it.") : qsTr("Your journal is encrypted, and opens on this computer without a passphrase.")
    }
    EdgedButton {
        visible: !root.lock.passphrase
        text: qsTr("Set a passphrase")
        onClicked: root.begin("set")
    }
    Choices {
        width: parent.width
        visible: root.lock.passphrase
        title: qsTr("Lock after so long without a key or a pointer")
        choices: [2, 3, 4, 5].map(minutes => ({
                    id: String(minutes),
                    name: qsTr("%1 minutes").arg(minutes)
                }))
        chosen: String(root.preferences.lockMinutes)
        onChose: id => root.preferences.chooseLockMinutes(Number(id))
    }
    Words {
        width: parent.width
        visible: root.lock.passphrase
        color: Theme.now.quiet
        text: qsTr("It also locks by Ctrl+L, and when the screen locks or the computer sleeps, where that is told. Never during a practice.")
    }
    Wrap {
        width: parent.width
        visible: root.lock.passphrase

        EdgedButton {
            text: qsTr("Change the passphrase")
            onClicked: root.begin("change")
        }
        EdgedButton {
            text: qsTr("New recovery code")
            onClicked: root.begin("code")
        }
        EdgedButton {
            text: qsTr("Remove the passphrase")
            onClicked: root.begin("remove")
        }
    }
}
