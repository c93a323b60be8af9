import QtQuick
import Grounding.Models

// What is heard with the breath; nothing until it is asked for.
Wrap {
    id: root

    required property Preferences preferences

    ChoiceChip {
        text: qsTr("Silent")
        checked: root.preferences.sound === "none"
        onClicked: root.preferences.chooseSound("none")
    }
    ChoiceChip {
        text: qsTr("Soft tone")
        checked: root.preferences.sound === "tone"
        onClicked: root.preferences.chooseSound("tone")
    }
    ChoiceChip {
        text: qsTr("Breath")
        checked: root.preferences.sound === "breath"
        onClicked: root.preferences.chooseSound("breath")
    }
}
