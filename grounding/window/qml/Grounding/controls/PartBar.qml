import QtQuick
import QtQuick.Controls.Basic
import Grounding

// How much of something is done, 0 to 1.
ProgressBar {
    id: root

    background: Rectangle {
        implicitHeight: 8
        radius: 4
        color: "transparent"
        border.width: 1
        border.color: Theme.now.line
    }
    contentItem: Item {
        implicitHeight: 8

        Rectangle {
            width: parent.width * root.visualPosition
            height: parent.height
            radius: 4
            color: Theme.now.warm
        }
    }
}
