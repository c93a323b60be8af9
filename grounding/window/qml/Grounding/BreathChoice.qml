pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// How to breathe in the chosen practice; the person's own breath is always one choice away.
Column {
    id: root

    required property ShelfModel shelf

    property bool open: false

    visible: shelf.breathes
    spacing: Theme.gap

    Wrap {
        width: parent.width

        Chip {
            text: qsTr("My own breath")
            checked: root.shelf.patternChosen === "own-pace"
            onClicked: root.shelf.choosePattern(checked ? "own-pace" : "")
        }
        QuietButton {
            text: root.open ? qsTr("Fewer ways to breathe") : qsTr("Other ways to breathe: %1").arg(root.shelf.patternName)
            dim: true
            onClicked: root.open = !root.open
        }
    }
    Wrap {
        width: parent.width
        visible: root.open

        Repeater {
            model: root.shelf.patterns

            ChoiceChip {
                required property var modelData

                text: modelData.name
                checked: root.shelf.patternChosen === modelData.id
                onClicked: root.shelf.choosePattern(modelData.id)
            }
        }
    }
    Wrap {
        width: parent.width
        visible: root.shelf.lengthOpen

        Repeater {
            model: root.shelf.minuteChoices

            ChoiceChip {
                required property int modelData

                text: modelData === 0 ? qsTr("Open") : qsTr("%1 min").arg(modelData)
                checked: root.shelf.minutes === modelData
                onClicked: root.shelf.chooseMinutes(modelData)
            }
        }
    }
}
