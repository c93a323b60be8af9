import QtQuick
import Grounding.Models

// What is heard with the breath.
SettingsSection {
    id: root

    required property Preferences preferences

    title: qsTr("Sound")

    SoundChoice {
        width: parent.width
        preferences: root.preferences
    }
    WideCheck {
        width: parent.width
        text: qsTr("Tell breath and words to a screen reader")
        checked: root.preferences.announce
        onClicked: root.preferences.chooseAnnounce(checked)
    }
}
