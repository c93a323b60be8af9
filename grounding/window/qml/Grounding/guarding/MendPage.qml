import QtQuick
import Grounding
import Grounding.Models

// In place of a journal that cannot be read: what is the matter, and what can be done. Nothing is deleted, nothing hurries.
Sheet {
    id: root

    required property Flow flow
    required property Mending mending
    required property Backups backups

    readonly property bool mayLeave: mending.mayLeave

    // What the keyboard was on has gone.
    function reach(): void {
        (mayLeave ? cancel : bring).forceActiveFocus(Qt.TabFocusReason);
    }

    function offered(): string {
        const newest = backups.newest;
        if (!mending.mayMend)
            return qsTr("A new journal can be begun. A backup that lies elsewhere can take its place at any time.");
        if (mending.gone)
            return newest !== "" ? qsTr("The newest backup is of %1.").arg(newest) : "";
        if (newest === "")
            return qsTr("What can still be read in it can be brought back.");
        return qsTr("What can still be read in it can be brought back, and all else from the backup of %1.").arg(newest);
    }

    onMayLeaveChanged: Qt.callLater(reach)
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
            text: qsTr("Practising goes on without it, and what you keep meanwhile waits. Nothing is deleted: the file as it is stays in its folder.")
        }
        Words {
            width: parent.width
            text: root.offered()
        }
        SecretField {
            id: secret

            width: Math.min(parent.width, implicitWidth)
            visible: root.mending.asksPassphrase && root.mending.mayMend
            name: qsTr("Passphrase")
            waits: root.mending.working
            onEntered: root.mending.mend(text)
            onEscaped: bring.forceActiveFocus()
            onVisibleChanged: if (visible)
                Qt.callLater(secret.forceActiveFocus)
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.mending.working ? qsTr("A moment…") : root.mending.said
        }
        PartBar {
            width: parent.width
            visible: root.mending.mayLeave
            value: root.mending.part
            Accessible.name: qsTr("%1 of 100 brought back").arg(Math.floor(100 * value))
        }
        EdgedButton {
            id: cancel

            visible: root.mending.mayLeave
            text: qsTr("Cancel")
            onClicked: root.mending.cancel()
        }
        Wrap {
            flush: true
            width: parent.width
            visible: !root.mending.mayLeave

            WarmButton {
                id: bring

                visible: root.mending.mayMend
                text: root.mending.gone ? qsTr("Bring back the backup") : qsTr("Bring back what can be read")
                onClicked: root.mending.mend(secret.text)
            }
            WarmButton {
                visible: root.mending.mayBegin
                text: qsTr("Begin a new journal")
                onClicked: root.mending.beginAnew()
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
