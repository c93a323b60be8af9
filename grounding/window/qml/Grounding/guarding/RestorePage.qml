pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Going back to a backup: which there are, what will happen, and how it can be taken back.
Sheet {
    id: root

    required property Flow flow
    required property Backups backups

    readonly property bool over: backups.done !== ""

    function came(): string {
        if (backups.done === "taken-back")
            return qsTr("Your journal is again what it was before.");
        if (backups.done !== "restored")
            return "";
        if (backups.opens === "free")
            return qsTr("Your journal is now what it was then. It has no passphrase, as it had none then.");
        if (backups.opens === "theirs")
            return qsTr("Your journal is now what it was then. It opens with the passphrase of that backup.");
        return qsTr("Your journal is now what it was then.");
    }
    function leave(): void {
        if (!backups.working)
            flow.show(over ? "journal" : "settings");
    }

    onEscaped: leave()
    Component.onCompleted: {
        backups.leave();
        backups.read();
    }
    Component.onDestruction: backups.leave()

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            text: qsTr("Go back to a backup")
        }
        Words {
            width: parent.width
            visible: !root.over
            text: qsTr("Your journal becomes what it was then. What it holds now is set aside first, and can be brought back.")
        }
        Words {
            width: parent.width
            visible: !root.over
            color: Theme.now.quiet
            text: qsTr("The backup is read whole before anything changes. One with a passphrase of its own brings that along.")
        }
        RestoreChoices {
            id: choices

            width: parent.width
            visible: !root.over
            enabled: !root.backups.working
            backups: root.backups
        }
        SecretField {
            id: secret

            width: Math.min(parent.width, implicitWidth)
            visible: root.backups.asksPassphrase
            name: qsTr("Passphrase of that backup")
            waits: root.backups.working
            onEntered: root.backups.restoreWith(text)
            onEscaped: restore.forceActiveFocus()
            onVisibleChanged: if (visible)
                Qt.callLater(secret.forceActiveFocus)
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.backups.working ? qsTr("A moment…") : root.backups.said || root.came()
        }
        Wrap {
            flush: true
            width: parent.width
            visible: !root.over

            WarmButton {
                id: restore

                enabled: root.backups.chosen !== ""
                text: qsTr("Go back to this one")
                onClicked: root.backups.restoreWith(secret.text)
            }
            QuietButton {
                text: qsTr("Not now")
                onClicked: root.leave()
            }
        }
        Words {
            width: parent.width
            visible: root.backups.mayUndo
            color: Theme.now.quiet
            text: qsTr("What it held before can be brought back now, and later too: it is kept, set aside.")
        }
        Wrap {
            width: parent.width
            visible: root.over
            onVisibleChanged: if (visible)
                Qt.callLater(journal.forceActiveFocus)

            WarmButton {
                id: journal

                text: qsTr("To the journal")
                onClicked: root.leave()
            }
            EdgedButton {
                visible: root.backups.mayUndo
                text: qsTr("Undo")
                Accessible.description: qsTr("Brings back what the journal held before.")
                onClicked: root.backups.undo()
            }
        }
    }
    RoomLink {
        id: room

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
