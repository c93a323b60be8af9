pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The question, the places, and a group for each place that is chosen; what is put into it comes last.
Scroll {
    id: root

    required property string question
    required property Answers answers
    required property bool bodyShown
    property bool bodyOffered: true

    signal bodyAsked(shown: bool)
    signal done

    function focusFirst(): void {
        places.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gap

    Heading {
        width: parent.width
        text: root.question
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("As many places as you like. You can leave it at that.")
    }
    Wrap {
        width: parent.width

        Repeater {
            id: places

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
        flush: true
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
            visible: root.bodyOffered
            text: root.bodyShown ? qsTr("Hide the body") : qsTr("Show the body")
            onClicked: root.bodyAsked(!root.bodyShown)
        }
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
