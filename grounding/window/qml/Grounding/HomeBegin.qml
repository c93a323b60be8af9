import QtQuick
import Grounding.Models

// How to breathe in the chosen practice, and `Begin`.
Column {
    id: root

    required property ShelfModel shelf
    required property Flow flow

    property real most: Infinity

    spacing: Theme.gap

    Scroll {
        id: scroll

        // Open, it may be longer than the shelf can spare.
        readonly property real wanted: breath.implicitHeight + 2 * edge

        width: parent.width
        height: Math.min(wanted, root.most)
        contentHeight: wanted
        widest: width
        visible: root.shelf.breathes

        BreathChoice {
            id: breath

            width: scroll.column.width
            shelf: root.shelf
        }
    }
    Wrap {
        width: parent.width

        WarmButton {
            text: qsTr("Begin")
            onClicked: root.flow.begin()
        }
        QuietButton {
            dim: true
            text: qsTr("Save as sound…")
            onClicked: root.flow.saveAsSound()
        }
        QuietButton {
            dim: true
            visible: root.flow.owned
            text: qsTr("Sound…")
            onClicked: root.flow.openVoices()
        }
        QuietButton {
            dim: true
            visible: !root.flow.owned
            text: qsTr("Make a copy of mine")
            onClicked: root.flow.copyOfMine()
        }
    }
}
