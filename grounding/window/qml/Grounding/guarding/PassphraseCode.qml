pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The recovery code, shown this once, large enough to be copied by hand.
PassphraseStep {
    id: root

    required property Scroll scroll
    required property Outward outward

    property bool copied: false

    readonly property bool printable: outward.printers.length > 0

    Component.onCompleted: outward.look()

    Words {
        width: parent.width
        text: root.printable ? qsTr("Write it down or print it, and keep the paper away from this computer. Once the passphrase is set, it is never shown again.") : qsTr("Write it down, and keep the paper away from this computer. Once the passphrase is set, it is never shown again.")
    }
    Rectangle {
        width: parent.width
        height: groups.height + 2 * Theme.gap
        radius: 8
        color: Theme.now.card
        border.color: Theme.now.line

        Wrap {
            id: groups

            x: Theme.gap * 1.4
            y: Theme.gap
            width: parent.width - 2 * x
            spacing: Theme.gap * 1.6
            Accessible.role: Accessible.StaticText
            Accessible.name: root.locksmith.code

            Repeater {
                model: root.locksmith.code.split("-")

                PlainText {
                    required property string modelData

                    text: modelData
                    font.family: "monospace"
                    font.pixelSize: Theme.title
                    color: Theme.now.text
                }
            }
        }
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("It has no letters I, L, O or U. Small letters, spaces and hyphens make no difference.")
    }
    Wrap {
        flush: true
        width: parent.width

        WarmButton {
            focus: true
            text: qsTr("It is written down")
            onClicked: root.locksmith.written()
        }
        EdgedButton {
            text: qsTr("Copy")
            onClicked: {
                root.locksmith.copy();
                root.copied = true;
            }
        }
        EdgedButton {
            text: qsTr("Print it")
            visible: root.printable
            enabled: !root.outward.busy
            Accessible.description: root.outward.printer
            onClicked: {
                root.copied = false;
                root.outward.printPage();
            }
        }
        QuietButton {
            text: qsTr("Not now")
            onClicked: root.ended()
        }
    }
    Told {
        width: parent.width
        scroll: root.scroll
        text: root.copied ? qsTr("It is on the clipboard, for a minute at most.") : root.outward.said || (root.outward.printed ? qsTr("The printer has it.") : "")
    }
}
