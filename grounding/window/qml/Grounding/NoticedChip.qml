import QtQuick
import Grounding.Models

// An answer in place of a place: nothing, can't tell, rather not say.
Chip {
    required property string noticed
    required property Answers answers

    fill: Theme.now.calm
    onFill: Theme.now.onCalm
    checked: answers.noticed === noticed
    onClicked: answers.answer(noticed, checked)
}
