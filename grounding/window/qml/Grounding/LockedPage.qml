import QtQuick
import Grounding.Models

// Before a journal that is locked. Everything else in the window goes on without it.
Sheet {
    id: root

    required property Lock lock

    property bool byCode: false

    readonly property bool opening: lock.state === "opening"

    function open(): void {
        if (byCode)
            lock.unlockWithCode(code.text);
        else
            lock.unlock(passphrase.text);
    }
    function ask(forCode: bool): void {
        byCode = forCode;
        code.clear();
        passphrase.clear();
        lock.hush();
        (forCode ? code : passphrase).forceActiveFocus();
    }

    firstFocus: passphrase
    onEntered: open()

    ReadingScroll {
        anchors.fill: parent
        widest: Theme.unit * 38
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            topPadding: Theme.gap
            text: qsTr("Your journal is locked")
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("Practising needs no passphrase. What you keep meanwhile is sealed, and joins your journal when you next unlock it.")
        }
        SecretField {
            id: passphrase

            width: Math.min(parent.width, implicitWidth)
            visible: !root.byCode
            name: qsTr("Passphrase")
            waits: root.opening
            onEntered: root.open()
            onEscaped: root.forceActiveFocus()
        }
        WordField {
            id: code

            width: Math.min(parent.width, Theme.unit * 26)
            visible: root.byCode
            name: qsTr("Recovery code")
            readOnly: root.opening
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
            onEscaped: root.forceActiveFocus()
            Keys.onReturnPressed: root.open()
            Keys.onEnterPressed: root.open()
        }
        Words {
            width: parent.width
            visible: root.byCode && text !== ""
            color: Theme.now.quiet
            text: root.lock.lost
        }
        Words {
            width: parent.width
            visible: text !== ""
            color: Theme.now.warm
            Accessible.role: Accessible.AlertMessage
            text: root.opening ? qsTr("Opening…") : root.lock.said
        }
        Wrap {
            width: parent.width

            WarmButton {
                text: qsTr("Unlock")
                onClicked: root.open()
            }
            QuietButton {
                text: root.byCode ? qsTr("Use the passphrase") : qsTr("Use the recovery code")
                onClicked: root.ask(!root.byCode)
            }
        }
    }
    Connections {
        target: root.lock

        function onChanged(): void {
            if (root.lock.said !== "")
                (root.byCode ? code : passphrase).forceActiveFocus();
        }
    }
}
