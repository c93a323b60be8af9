pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The places of a walk through the body, in their order, and the words of one of them at a time.
Column {
    id: root

    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing
    required property Flow flow

    readonly property var places: stepEditing.places
    readonly property int walked: places.filter(each => each.ticked).length

    signal escaped

    spacing: Theme.gap * 0.6

    Soon {
        id: soon
    }
    WideCheck {
        width: parent.width
        text: qsTr("Where places were just named at a check-in, those come instead")
        checked: root.stepEditing.namedFirst
        onClicked: root.stepEditing.nameFirst(checked)
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("The places that are ticked, one after the other. Hands and feet first is easier for many; chest and throat last.")
    }
    Repeater {
        id: rows

        model: root.places.length

        EditPlace {
            required property int index

            width: root.width
            told: root.places[index] ?? ({})
            above: index !== root.walked ? "" : root.stepEditing.namedFirst ? qsTr("Not in the walk, but said where they were just named:") : qsTr("Not in the walk:")
            editing: root.editing
            stepEditing: root.stepEditing
            promptEditing: root.promptEditing
            flow: root.flow
            onEscaped: root.escaped()
            onMovedBy: by => {
                if (root.stepEditing.movePlace(told.id, by))
                    soon.run(() => (rows.itemAt(index + by) as EditPlace)?.reach());
            }
        }
    }
}
