pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What may be said of one place: words, and behind `Say more` how strong it is and a note.
Column {
    id: root

    required property Answers answers
    required property string region
    required property string regionName

    property alias question: heading
    property bool sayingMore: answers.strength(region, false) >= 0 || answers.note(region) !== ""

    signal done

    spacing: Theme.gap

    PlaceHeading {
        id: heading

        width: parent.width
        text: qsTr("%1: is there a word for it, or not?").arg(root.regionName)
        regionName: root.regionName
        medical: root.answers.isMedical(root.region)
    }
    WordChoice {
        width: parent.width
        answers: root.answers
        region: root.region
        regionName: root.regionName
        again: false
        onDone: root.done()

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
    StrengthRow {
        id: strength

        width: parent.width
        visible: root.sayingMore
        answers: root.answers
        region: root.region
        regionName: root.regionName
        again: false
    }
    NoteField {
        width: parent.width
        visible: root.sayingMore
        name: qsTr("Note for %1").arg(root.regionName)
        least: Theme.target
        placeholderText: qsTr("anything about it, if you like")
        now: root.answers.note(root.region)
        onTyped: text => root.answers.typeNote(root.region, text)
        onEscaped: root.done()
    }
}
