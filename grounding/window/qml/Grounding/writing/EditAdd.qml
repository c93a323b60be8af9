pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A step more: after the one that is open, or at the end.
Column {
    id: root

    required property Editing editing

    signal added

    spacing: Theme.gap * 0.6

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: root.editing.open < 0 ? qsTr("Add a step at the end") : qsTr("Add a step after the one that is open")
    }
    Wrap {
        width: parent.width

        Repeater {
            model: root.editing.kinds

            EdgedButton {
                required property var modelData

                text: modelData.name
                Accessible.name: qsTr("Add: %1").arg(modelData.name)
                onClicked: {
                    root.editing.addStep(modelData.id);
                    root.added();
                }
            }
        }
    }
}
