import QtQuick
import Grounding
import Grounding.Models

// Something unfinished, opened: it can be changed, kept, let pass, or left for later.
Sheet {
    id: root

    required property Flow flow
    required property Answers answers

    writes: true
    onEscaped: flow.leaveSaid()

    CheckInForm {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: back.top
        anchors.leftMargin: Math.max(Theme.margin, (parent.width - Theme.unit * 46) / 2)
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.margin
        question: qsTr("What was said, as far as it went")
        answers: root.answers
        bodyOffered: false
        bodyShown: false
        onDone: keep.forceActiveFocus()

        NoteField {
            width: parent.width
            name: qsTr("What is underneath")
            placeholderText: qsTr("what is underneath, in your own words")
            now: root.answers.underneath
            onTyped: text => root.answers.typeUnderneath(text)
            onEscaped: keep.forceActiveFocus()
        }
        NoteField {
            width: parent.width
            name: qsTr("A line to keep")
            placeholderText: qsTr("one line, if there is one")
            now: root.answers.line
            onTyped: text => root.answers.typeLine(text)
            onEscaped: keep.forceActiveFocus()
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                id: keep

                text: qsTr("Keep")
                onClicked: root.flow.keepSaid()
            }
            QuietButton {
                text: qsTr("Let it pass")
                onClicked: root.flow.letSaidPass()
            }
            QuietButton {
                text: qsTr("Later")
                onClicked: root.flow.leaveSaid()
            }
        }
    }
    RoomLink {
        id: back

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
