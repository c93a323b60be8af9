import QtQuick
import Grounding

// First the passphrase of today: an open journal on an empty chair is no reason to change it.
PassphraseStep {
    id: root

    required property Scroll scroll

    readonly property bool removes: locksmith.aim === "remove"

    Words {
        width: parent.width
        visible: root.removes
        text: qsTr("Your journal then opens on this computer without a passphrase, for anybody who uses it. Its recovery code opens nothing any more.")
    }
    SecretField {
        id: field

        width: Math.min(parent.width, implicitWidth)
        focus: true
        name: qsTr("Current passphrase")
        waits: root.locksmith.working
        onEntered: root.locksmith.prove(text)
        onEscaped: root.ended()
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("The recovery code works in its place too.")
    }
    Told {
        width: parent.width
        scroll: root.scroll
        text: root.locksmith.working ? qsTr("Opening…") : root.locksmith.said
    }
    Wrap {
        flush: true
        width: parent.width

        WarmButton {
            text: root.removes ? qsTr("Remove the passphrase") : qsTr("Go on")
            onClicked: root.locksmith.prove(field.text)
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
