import QtQuick
import QtQuick.Templates as T
import Grounding

// The words in a pill. A tick comes and goes before them, in the room that the pill keeps at its side, and moves nothing.
Item {
    id: root

    required property T.AbstractButton control
    required property string text
    required property color ink

    property real most: Infinity
    // Whether an empty ring stands where there is no tick.
    property bool steady: false

    // What the tick takes, with its distance from the words; and with that from the edge of a pill.
    readonly property real tickRoom: Math.ceil(tick.implicitWidth + control.font.pixelSize * 0.2)
    readonly property real side: tickRoom + 5

    implicitWidth: Math.min(Math.ceil(words.implicitWidth), most)
    implicitHeight: words.implicitHeight

    Item {
        x: -root.tickRoom
        anchors.verticalCenter: parent.verticalCenter
        width: tick.width
        height: tick.height

        PlainText {
            id: tick

            visible: root.control.checked
            text: "✓"
            font.pixelSize: root.control.font.pixelSize * 0.85
            color: root.ink
        }
        Rectangle {
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.95)
            height: width
            radius: width / 2
            visible: root.steady && !tick.visible
            color: "transparent"
            border.color: root.ink
        }
    }
    PlainText {
        id: words

        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: root.text
        font: root.control.font
        color: root.ink
    }
}
