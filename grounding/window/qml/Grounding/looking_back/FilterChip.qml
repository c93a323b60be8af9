import QtQuick
import Grounding

// A filter as a pill: what it stands at; a press shows what else it can be.
QuietButton {
    id: root

    required property string about
    required property bool on
    required property bool open

    leftPadding: Theme.gap + 4
    rightPadding: Theme.gap + 4
    implicitHeight: Math.max(Theme.target * 0.92, contentItem.implicitHeight + 12)
    Accessible.name: qsTr("%1: %2").arg(about).arg(text)
    Accessible.description: open ? qsTr("choices are shown below") : ""

    contentItem: PlainText {
        text: root.on ? "✓ " + root.text : root.text
        font: root.font
        color: root.on ? Theme.now.warmInk : Theme.now.text
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: height / 2
        color: root.on ? Theme.now.warm : Theme.now.chip
        border.width: root.on ? 0 : root.open ? 2 : 1
        border.color: root.open ? Theme.now.warm : Theme.now.line

        FocusRing {
            control: root
        }
    }
}
