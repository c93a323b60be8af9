import QtQuick
import Grounding.Models

// How to breathe in the chosen practice, and `Begin`.
Column {
    id: root

    required property ShelfModel shelf
    required property Flow flow

    spacing: Theme.gap

    BreathChoice {
        width: parent.width
        shelf: root.shelf
    }
    WarmButton {
        text: qsTr("Begin")
        onClicked: root.flow.begin()
    }
}
