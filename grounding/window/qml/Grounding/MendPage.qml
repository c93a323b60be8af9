import QtQuick
import Grounding.Models

// In place of a journal that cannot be read: what is the matter, and what can be done. Nothing is deleted, nothing hurries.
Sheet {
    id: root

    required property Flow flow
    required property Mending mending
    required property Backups backups

    Component.onCompleted: backups.read()

    ReadingScroll {
        id: scroll

        anchors.fill: parent
        widest: Theme.unit * 40
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            topPadding: Theme.gap
            text: qsTr("Your journal cannot be read just now")
        }
        Words {
            width: parent.width
            text: root.mending.trouble
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("Practising goes on without it, and nothing is ever deleted: whatever takes the journal's place, the file as it is stays in its folder.")
        }
        Words {
            width: parent.width
            visible: root.mending.mayMend
            text: root.backups.newest !== "" ? qsTr("It can be put together again from every entry that is whole in it, and from the backup of %1.").arg(root.backups.newest) : qsTr("It can be put together again from every entry that is whole in it.")
        }
        SecretField {
            id: secret

            width: Math.min(parent.width, implicitWidth)
            visible: root.mending.asksPassphrase
            name: qsTr("Passphrase")
            waits: root.mending.working
            onEntered: root.mending.mend(text)
            onEscaped: root.forceActiveFocus()
            onVisibleChanged: if (visible)
                Qt.callLater(secret.forceActiveFocus)
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.mending.working ? qsTr("A moment…") : root.mending.said
        }
        Wrap {
            width: parent.width

            WarmButton {
                visible: root.mending.mayMend
                text: qsTr("Put it together again")
                onClicked: root.mending.mend(secret.text)
            }
            EdgedButton {
                text: qsTr("Go back to a backup…")
                onClicked: root.flow.show("restore")
            }
            QuietButton {
                text: qsTr("Look again")
                onClicked: root.mending.lookAgain()
            }
        }
    }
}
