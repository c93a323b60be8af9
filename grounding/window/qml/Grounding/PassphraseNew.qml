import QtQuick

// A new passphrase, typed twice; how hard it would be to guess is said, and never insisted on.
PassphraseStep {
    id: root

    required property Scroll scroll

    readonly property bool sets: locksmith.aim === "set"

    function offer(): void {
        locksmith.offer(first.text, second.text);
    }

    Words {
        width: parent.width
        visible: root.sets
        text: qsTr("With a passphrase, your journal opens only for somebody who knows it. Practising never asks for it.")
    }
    Words {
        width: parent.width
        visible: root.sets
        text: qsTr("You also get a recovery code to write down. It opens the journal where the passphrase is lost.")
    }
    Words {
        width: parent.width
        visible: root.sets
        text: qsTr("Without both, nobody can open it: not you, and not those who made this program.")
    }
    SecretField {
        id: first

        width: Math.min(parent.width, implicitWidth)
        focus: true
        name: qsTr("New passphrase")
        waits: root.locksmith.working
        onTextChanged: root.locksmith.weigh(text)
        onEntered: second.forceActiveFocus()
        onEscaped: root.ended()
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: root.locksmith.strength || qsTr("A few words that belong to you alone are good.")
    }
    SecretField {
        id: second

        width: Math.min(parent.width, implicitWidth)
        name: qsTr("The same once more")
        waits: root.locksmith.working
        onEntered: root.offer()
        onEscaped: root.ended()
    }
    Told {
        width: parent.width
        scroll: root.scroll
        text: root.locksmith.working ? qsTr("A moment…") : root.locksmith.said
    }
    Wrap {
        width: parent.width

        WarmButton {
            text: root.sets ? qsTr("Go on") : qsTr("Change the passphrase")
            onClicked: root.offer()
        }
        QuietButton {
            text: qsTr("Not now")
            onClicked: root.ended()
        }
    }
    Connections {
        target: root.locksmith

        function onChanged(): void {
            if (root.locksmith.said !== "")
                second.retype();
        }
    }
}
