import QtQuick
import QtQuick.Templates as T

// The words in a pill, with a tick before them when it is chosen.
Row {
    id: root

    required property T.AbstractButton control
    required property string text
    required property color ink

    property real most: Infinity
    // Whether there is room for the tick where there is none, so that nothing beside it moves.
    property bool steady: false

    spacing: 8

    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.control.checked || root.steady
        opacity: root.control.checked ? 1 : 0
        text: "✓"
        font: root.control.font
        color: root.ink
    }
    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.most)
        wrapMode: Text.Wrap
        text: root.text
        font: root.control.font
        color: root.ink
    }
}
