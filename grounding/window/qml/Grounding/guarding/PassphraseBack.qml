import QtQuick
import Grounding

// The code typed back once, so that it is known to be right before anything depends on it.
PassphraseStep {
    id: root

    required property Scroll scroll

    Words {
        width: parent.width
        text: qsTr("Typed back once, it is sure to be right. Until then nothing is set.")
    }
    CodeField {
        id: field

        width: Math.min(parent.width, implicitWidth)
        focus: true
        waits: root.locksmith.working
        onEntered: root.locksmith.giveBack(text)
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
            text: root.locksmith.aim === "set" ? qsTr("Set the passphrase") : qsTr("Use this code from now on")
            onClicked: root.locksmith.giveBack(field.text)
        }
        QuietButton {
            text: qsTr("Show the code again")
            onClicked: root.locksmith.showAgain()
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
                field.retype();
        }
    }
}
