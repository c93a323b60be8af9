import QtQuick
import QtQuick.Templates as T

// The words in a pill, with a tick before them when it is chosen.
Row {
    id: root

    required property T.AbstractButton control
    required property string text
    required property color ink

    spacing: 8

    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.control.checked
        text: "✓"
        font: root.control.font
        color: root.ink
    }
    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font: root.control.font
        color: root.ink
    }
}
