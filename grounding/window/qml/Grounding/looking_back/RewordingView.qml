pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// An entry as it is being changed, in the groups in which it was said.
CheckInForm {
    id: root

    required property Rewording rewording

    question: qsTr("In other words")
    bodyOffered: false
    bodyShown: false
    onDone: keep.forceActiveFocus(Qt.TabFocusReason)
    Component.onCompleted: Qt.callLater(focusFirst)

    Repeater {
        model: root.rewording.again.filter(each => root.answers.places.includes(each))

        AgainGroup {
            required property string modelData

            width: root.column.width
            answers: root.answers
            linked: false
            region: modelData
            regionName: root.answers.regionName(modelData)
            onDone: root.done()
        }
    }
    NoteField {
        width: parent.width
        name: qsTr("What is underneath")
        placeholderText: qsTr("what is underneath, in your own words")
        now: root.answers.underneath
        onTyped: text => root.answers.typeUnderneath(text)
        onEscaped: root.done()
    }
    NoteField {
        width: parent.width
        name: qsTr("A line to keep")
        placeholderText: qsTr("one line, if there is one")
        now: root.answers.line
        onTyped: text => root.answers.typeLine(text)
        onEscaped: root.done()
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("How it read before stays with it, under Earlier wordings.")
    }
    Wrap {
        flush: true
        width: parent.width

        WarmButton {
            id: keep

            text: qsTr("Keep")
            onClicked: root.rewording.keep()
        }
        QuietButton {
            text: qsTr("Leave as it was")
            onClicked: root.rewording.leaveAsItWas()
        }
        QuietButton {
            text: qsTr("Go on later")
            onClicked: root.rewording.leave()
        }
    }
}
