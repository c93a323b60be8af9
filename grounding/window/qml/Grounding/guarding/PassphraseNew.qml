import QtQuick
import Grounding

// A new passphrase, typed twice; how hard it would be to guess is said, and never insisted on.
PassphraseStep {
    id: root

    required property Scroll scroll

    function offer(): void {
        locksmith.offer(first.text, second.text);
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
        flush: true
        width: parent.width

        WarmButton {
            text: root.locksmith.aim === "set" ? qsTr("Go on") : qsTr("Change the passphrase")
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
