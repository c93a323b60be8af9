pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// How to breathe in a step: what it stands at, and on request all that it could be.
Column {
    id: root

    required property StepEditing stepEditing

    required property string called

    property bool open: false

    spacing: Theme.gap * 0.6

    Wrap {
        width: parent.width

        EdgedButton {
            id: ways

            text: root.open ? qsTr("Fewer ways to breathe") : qsTr("Breath: %1").arg(root.stepEditing.patternName)
            onClicked: root.open = !root.open
        }
        // The person's own breath is one choice away here too.
        EdgedButton {
            visible: !root.open && root.stepEditing.pattern !== "own-pace"
            text: qsTr("My own breath")
            Accessible.description: root.called
            onClicked: {
                ways.forceActiveFocus(Qt.TabFocusReason);
                root.stepEditing.choosePattern("own-pace");
            }
        }
    }
    Wrap {
        width: parent.width
        visible: root.open

        Repeater {
            model: root.open ? root.stepEditing.patterns : []

            ChoiceChip {
                required property var modelData

                text: modelData.holds ? qsTr("%1 · with holds").arg(modelData.name) : modelData.name
                name: modelData.name
                Accessible.description: modelData.holds ? qsTr("with holds") : ""
                checked: root.stepEditing.pattern === modelData.id
                onClicked: root.stepEditing.choosePattern(modelData.id)
            }
        }
    }
}
