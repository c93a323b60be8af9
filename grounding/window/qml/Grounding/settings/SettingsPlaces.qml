pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Places of the body that are left out everywhere.
Section {
    id: root

    required property Preferences preferences
    required property Answers answers

    title: qsTr("Places left out")

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("A place that is ticked is left out of every practice and every question. Untick it here and it comes back.")
    }
    Wrap {
        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        Repeater {
            model: root.answers.everyRegion

            Chip {
                required property var modelData

                text: modelData.name
                checked: root.preferences.leftOut.includes(modelData.id)
                Accessible.name: qsTr("Leave out %1").arg(modelData.name)
                onClicked: root.preferences.leaveOut(modelData.id, checked)
            }
        }
    }
}
