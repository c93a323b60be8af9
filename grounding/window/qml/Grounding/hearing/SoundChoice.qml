import QtQuick
import Grounding

// What is heard with the breath; nothing until it is asked for.
Wrap {
    id: root

    required property string sound

    signal chosen(sound: string)

    ChoiceChip {
        text: qsTr("Silent")
        checked: root.sound === "none"
        onClicked: root.chosen("none")
    }
    ChoiceChip {
        text: qsTr("Soft tone")
        checked: root.sound === "tone"
        onClicked: root.chosen("tone")
    }
    ChoiceChip {
        text: qsTr("Breath")
        checked: root.sound === "breath"
        onClicked: root.chosen("breath")
    }
}
