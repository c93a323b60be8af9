pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// How to breathe in the chosen practice; the person's own breath is always one choice away.
Column {
    id: root

    required property ShelfModel shelf
    required property Flow flow

    property bool open: false

    visible: shelf.breathes
    spacing: Theme.gap

    Wrap {
        flush: true
        width: parent.width

        Chip {
            height: Theme.target
            text: qsTr("My own breath")
            checked: root.shelf.patternChosen === "own-pace"
            onClicked: root.shelf.choosePattern(checked ? "own-pace" : "")
        }
        EdgedButton {
            readonly property bool own: root.shelf.patternChosen === "own-pace"

            width: Math.min(implicitWidth, root.width)
            text: root.open ? qsTr("Fewer ways to breathe") : own ? qsTr("Other ways to breathe") : qsTr("Other ways to breathe: %1").arg(root.shelf.patternName)
            onClicked: root.open = !root.open
        }
        QuietButton {
            visible: root.open
            dim: true
            text: qsTr("A breath of mine…")
            onClicked: root.flow.show("breaths")
        }
    }
    Wrap {
        id: ways

        width: parent.width
        visible: root.open

        Repeater {
            model: root.shelf.patterns

            ChoiceChip {
                required property var modelData

                text: modelData.holds ? qsTr("%1 · with holds").arg(modelData.name) : modelData.name
                name: modelData.name
                most: ways.width
                Accessible.description: modelData.holds ? qsTr("with holds") : ""
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
