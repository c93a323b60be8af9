import QtQuick
import Grounding
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
        id: scroll

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
            onEscaped: unlock.forceActiveFocus()
        }
        CodeField {
            id: code

            width: Math.min(parent.width, implicitWidth)
            visible: root.byCode
            waits: root.opening
            onEntered: root.open()
            onEscaped: unlock.forceActiveFocus()
        }
        Words {
            width: parent.width
            visible: root.byCode
            color: Theme.now.quiet
            text: root.lock.lost
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.opening ? qsTr("Opening…") : root.lock.said
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                id: unlock

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
            if (root.lock.said === "")
                return;
            if (root.byCode)
                code.retype();
            else
                passphrase.retype();
        }
    }
}
