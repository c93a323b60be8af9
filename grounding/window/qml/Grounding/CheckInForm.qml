pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// The question, the places, and a group for each place that is chosen.
Scroll {
    id: root

    required property string question
    required property Answers answers
    required property Preferences preferences
    required property bool bodyAbove

    signal done

    spacing: Theme.gap * 1.2

    Heading {
        width: parent.width
        text: root.question
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("As many places as you like. You can leave it at that.")
    }
    BodyMap {
        width: parent.width
        height: Theme.unit * 18
        visible: root.bodyAbove
        answers: root.answers
    }
    Wrap {
        width: parent.width

        Repeater {
            model: root.answers.regions

            Chip {
                required property var modelData

                text: modelData.name
                checked: root.answers.places.includes(modelData.id)
                onClicked: root.answers.choosePlace(modelData.id, checked)
                Keys.onEscapePressed: root.done()
            }
        }
    }
    Wrap {
        width: parent.width

        NoticedChip {
            text: qsTr("Nothing")
            noticed: "nothing"
            answers: root.answers
        }
        NoticedChip {
            text: qsTr("Can't tell")
            noticed: "cant-tell"
            answers: root.answers
        }
        NoticedChip {
            text: qsTr("Rather not say")
            noticed: "rather-not"
            answers: root.answers
        }
        QuietButton {
            dim: true
            text: root.preferences.bodyShown ? qsTr("Hide the body") : qsTr("Show the body")
            onClicked: root.preferences.showBody(!root.preferences.bodyShown)
        }
    }
    MedicalLink {
        width: parent.width
        visible: root.answers.medical
    }
    Repeater {
        model: root.answers.regions

        Loader {
            id: place

            required property var modelData

            width: root.column.width
            active: root.answers.places.includes(modelData.id)
            visible: active
            sourceComponent: PlaceGroup {
                answers: root.answers
                region: place.modelData.id
                regionName: place.modelData.name
                onDone: root.done()
            }
        }
    }
}
