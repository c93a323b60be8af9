pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// How slow a breath anybody is led to at most, and in what steps.
Section {
    id: root

    required property Preferences preferences

    title: qsTr("The slowest breath")

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("“A little slower” never leads below this. Breaths a minute:")
    }
    Wrap {
        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        Repeater {
            model: root.preferences.slowestChoices

            ChoiceChip {
                required property int modelData

                text: qsTr("%1 a minute").arg(modelData)
                checked: root.preferences.slowest === modelData
                onClicked: root.preferences.chooseSlowest(modelData)
            }
        }
    }
    Choices {
        width: parent.width
        title: qsTr("“A little slower” first goes with you for eight breaths. Then it makes each breath longer than the last one:")
        choices: [
            {
                id: "1",
                name: qsTr("Very little")
            },
            {
                id: "2",
                name: qsTr("A little")
            },
            {
                id: "3",
                name: qsTr("Somewhat")
            },
            {
                id: "4",
                name: qsTr("More")
            }
        ]
        chosen: String(root.preferences.leadPercent)
        onChose: id => root.preferences.chooseLeadPercent(Number(id))
    }
    Words {
        width: parent.width
        font.pixelSize: Theme.small
        color: Theme.now.quiet
        text: qsTr("With “A little”, a breath of five seconds becomes a tenth of a second longer each time; with “More”, two tenths.")
    }
}
