import QtQuick
import QtQuick.Templates as T

// The words in a pill, with a tick before them when it is chosen.
Row {
    id: root

    required property T.AbstractButton control
    required property string text
    required property color ink

    property real most: Infinity
    // Whether an empty ring stands where there is no tick, so that nothing beside it moves.
    property bool steady: false

    spacing: 8

    Item {
        anchors.verticalCenter: parent.verticalCenter
        width: tick.width
        height: tick.height
        visible: root.control.checked || root.steady

        PlainText {
            id: tick

            visible: root.control.checked
            text: "✓"
            font: root.control.font
            color: root.ink
        }
        Rectangle {
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.8)
            height: width
            radius: width / 2
            visible: !tick.visible
            color: "transparent"
            border.color: root.ink
        }
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
