import QtQuick
import Grounding
import Grounding.Models

// What may be underneath: offered, and the field opens only if it is chosen.
Item {
    id: root

    required property Run run
    required property Answers answers

    property bool open: answers.underneath !== ""

    Scroll {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        height: Math.min(parent.height - Theme.margin, contentHeight)
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            text: root.run.words
        }
        NoteField {
            id: field

            width: parent.width
            visible: root.open
            name: qsTr("What is underneath")
            placeholderText: qsTr("in your own words, or not at all")
            now: root.answers.underneath
            onTyped: text => root.answers.typeUnderneath(text)
            onEscaped: on.forceActiveFocus()
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                visible: !root.open
                text: qsTr("Say it here")
                onClicked: {
                    root.open = true;
                    field.forceActiveFocus();
                }
            }
            WarmButton {
                id: on

                visible: root.open
                text: qsTr("Go on")
                onClicked: root.run.next()
            }
            QuietButton {
                visible: !root.open
                text: qsTr("Not now")
                onClicked: root.run.next()
            }
        }
        StepDots {
            step: root.run.step
            steps: root.run.steps
        }
    }
}
