import QtQuick
import Grounding

// What a passphrase means, before anybody thinks of one.
PassphraseStep {
    id: root

    Words {
        width: parent.width
        text: qsTr("With a passphrase, your journal opens only for somebody who knows it. Practising never asks for it.")
    }
    Words {
        width: parent.width
        text: qsTr("You also get a recovery code to write down. It opens the journal where the passphrase is lost.")
    }
    Words {
        width: parent.width
        text: qsTr("Without one of the two, nobody can open it: not you, and not those who made this program.")
    }
    Wrap {
        flush: true
        width: parent.width

        WarmButton {
            focus: true
            text: qsTr("Go on")
            onClicked: root.locksmith.understood()
        }
        QuietButton {
            text: qsTr("Not now")
            onClicked: root.ended()
        }
    }
}
