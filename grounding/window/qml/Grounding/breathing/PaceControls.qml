import QtQuick
import Grounding
import Grounding.Models

// Where the breath may be led to: four steps, each taken back by another.
Wrap {
    id: root

    required property Pace pace

    readonly property real widest: Math.max(slower.implicitWidth, faster.implicitWidth, stay.implicitWidth, back.implicitWidth)
    readonly property real inOneLine: slower.implicitWidth + faster.implicitWidth + stay.implicitWidth + back.implicitWidth + 3 * spacing
    readonly property bool focused: [slower, faster, stay, back].some(each => each.activeFocus)

    spacing: 2

    QuietButton {
        id: slower

        text: qsTr("A little slower")
        dim: true
        onClicked: root.pace.slower()
    }
    QuietButton {
        id: faster

        text: qsTr("A little faster")
        dim: true
        onClicked: root.pace.faster()
    }
    QuietButton {
        id: stay

        text: qsTr("Stay here")
        dim: true
        onClicked: root.pace.stay()
    }
    QuietButton {
        id: back

        text: qsTr("Back to mine")
        dim: true
        onClicked: root.pace.back()
    }
}
