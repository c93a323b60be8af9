import QtQuick
import QtQuick.Controls.Basic

// How much of something is done, 0 to 1.
ProgressBar {
    id: root

    background: Rectangle {
        implicitHeight: 6
        radius: 3
        color: Theme.now.line
    }
    contentItem: Item {
        implicitHeight: 6

        Rectangle {
            width: parent.width * root.visualPosition
            height: parent.height
            radius: 3
            color: Theme.now.warm
        }
    }
}
