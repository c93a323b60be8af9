import QtQuick
import Grounding

// What holds from now on.
PassphraseStep {
    id: root

    readonly property string told: {
        switch (locksmith.aim) {
        case "set":
            return qsTr("Your journal has a passphrase. It locks by itself after a while; Ctrl+L locks it at once.");
        case "change":
            return qsTr("The new passphrase opens your journal. The recovery code is as it was.");
        case "remove":
            return qsTr("Your journal opens on this computer without a passphrase.");
        case "code":
            return qsTr("The new code opens your journal, and the earlier one no longer does.");
        default:
            return "";
        }
    }

    Words {
        width: parent.width
        text: root.told
    }
    Words {
        width: parent.width
        visible: root.locksmith.aim === "set"
        color: Theme.now.quiet
        text: qsTr("The backups beside it open with it too. One that you saved elsewhere before opens as it did then.")
    }
    WarmButton {
        focus: true
        text: qsTr("Back to the settings")
        onClicked: root.ended()
    }
}
