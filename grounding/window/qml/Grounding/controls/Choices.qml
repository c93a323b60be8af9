pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// A question in words, and its answers side by side, one of which is chosen.
Column {
    id: root

    required property string title
    required property var choices
    required property string chosen
    // What the answers are about, where their names alone would not say it.
    property string about: ""

    signal chose(id: string)

    spacing: Theme.gap * 0.6

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: root.title
    }
    Wrap {
        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        Repeater {
            model: root.choices

            ChoiceChip {
                required property var modelData

                text: modelData.name
                name: root.about === "" ? text : qsTr("%1: %2").arg(root.about).arg(text)
                checked: root.chosen === modelData.id
                onClicked: root.chose(modelData.id)
            }
        }
    }
}
