import QtQuick
import Grounding

// The line around whatever the keyboard is on.
Rectangle {
    required property Item control
    property color ink: Theme.now.focus

    anchors.fill: parent
    anchors.margins: -3
    radius: height / 2
    color: "transparent"
    border.width: 2
    border.color: ink
    visible: control.activeFocus
}
