pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What has become of one sensation: one of six answers, and behind `Say more` words and strength.
Column {
    id: root

    required property Answers answers
    required property string region
    required property string regionName

    // Whether the link to what is for a doctor stands beside it; where the place is asked of twice, once is enough.
    property bool linked: true

    readonly property string before: answers.toldBefore(region)
    property bool sayingMore: answers.strength(region, true) >= 0

    signal done

    spacing: Theme.gap

    PlaceHeading {
        width: parent.width
        text: root.before === "" ? qsTr("%1, now").arg(root.regionName) : qsTr("%1, %2 before: and now?").arg(root.regionName).arg(root.before)
        regionName: root.regionName
        medical: root.linked && root.answers.isMedical(root.region)
    }
    Wrap {
        flush: true
        width: parent.width

        Repeater {
            model: root.answers.changes

            ChoiceChip {
                required property var modelData

                text: modelData.name
                name: qsTr("%1: %2").arg(root.regionName).arg(modelData.name)
                fill: Theme.now.calm
                fillInk: Theme.now.calmInk
                checked: root.answers.revision >= 0 && root.answers.change(root.region) === modelData.id
                onClicked: root.answers.chooseChange(root.region, modelData.id)
                Keys.onEscapePressed: root.done()
            }
        }
        QuietButton {
            text: qsTr("Say more")
            visible: !root.sayingMore
            Accessible.description: root.regionName
            onClicked: {
                root.sayingMore = true;
                strength.focusSlider();
            }
        }
    }
    Wrap {
        width: parent.width
        visible: root.answers.revision >= 0 && root.answers.change(root.region) === "moved"

        Words {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            color: Theme.now.quiet
            text: qsTr("to")
        }
        Repeater {
            model: root.answers.regions.filter(each => each.id !== root.region)

            ChoiceChip {
                required property var modelData

                text: modelData.name
                name: qsTr("%1: moved to %2").arg(root.regionName).arg(modelData.name)
                checked: root.answers.revision >= 0 && root.answers.movedTo(root.region) === modelData.id
                onClicked: root.answers.chooseMovedTo(root.region, modelData.id)
                Keys.onEscapePressed: root.done()
            }
        }
    }
    StrengthRow {
        id: strength

        width: parent.width
        visible: root.sayingMore
        answers: root.answers
        region: root.region
        regionName: root.regionName
        again: true
    }
    WordChoice {
        width: parent.width
        visible: root.sayingMore
        answers: root.answers
        region: root.region
        regionName: root.regionName
        again: true
        onDone: root.done()
    }
}
