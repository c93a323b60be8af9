import QtQuick
import Grounding
import Grounding.Models

// An answer in place of a place: nothing, can't tell, rather not say.
Chip {
    required property string noticed
    required property Answers answers

    fill: Theme.now.calm
    fillInk: Theme.now.calmInk
    checked: answers.noticed === noticed
    onClicked: answers.answer(noticed, checked)
}
