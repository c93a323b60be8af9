import QtQuick
import QtQuick.Controls.Basic
import Grounding

// The line of a step: what it is, how long, and its first words; at its left it can be taken hold of.
AbstractButton {
    id: root

    required property string name
    required property string length
    required property string words
    required property bool open

    signal dragBegun
    signal draggedTo(y: real)
    signal dropped

    padding: Theme.gap
    leftPadding: Theme.gap * 1.4 + grip.width
    rightPadding: Theme.gap * 1.4
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Accessible.description: [length, words, open ? qsTr("open") : ""].filter(said => said !== "").join(". ")

    contentItem: Column {
        spacing: 3

        Item {
            width: parent.width
            height: Math.max(title.height, time.height)

            PlainText {
                id: title

                anchors.left: parent.left
                anchors.right: time.left
                anchors.rightMargin: Theme.gap
                text: root.name
                wrapMode: Text.Wrap
                font.pixelSize: Theme.normal * 1.08
                color: Theme.now.text
            }
            PlainText {
                id: time

                anchors.right: parent.right
                anchors.baseline: title.baseline
                width: Math.min(implicitWidth, parent.width * 0.5)
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignRight
                text: root.length
                font.pixelSize: Theme.small
                color: Theme.now.quiet
            }
        }
        PlainText {
            width: parent.width
            visible: text !== ""
            text: root.words
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.now.quiet
        }
    }
    background: Rectangle {
        radius: 14
        color: "transparent"
        border.width: root.activeFocus ? 2 : root.hovered ? 1 : 0
        border.color: root.activeFocus ? Theme.now.focus : Theme.now.quiet
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    EditGrip {
        id: grip

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.gap / 2
        onBegun: root.dragBegun()
        onDraggedTo: y => root.draggedTo(y)
        onDropped: root.dropped()
    }
}
