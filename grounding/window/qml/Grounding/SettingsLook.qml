import QtQuick
import Grounding.Models

// Colours, motion, and the size of text.
SettingsSection {
    id: root

    required property Preferences preferences

    title: qsTr("Look")

    Choices {
        width: parent.width
        title: qsTr("Theme")
        choices: [
            {
                id: "system",
                name: qsTr("System")
            },
            {
                id: "dusk",
                name: qsTr("Dusk")
            },
            {
                id: "day",
                name: qsTr("Day")
            },
            {
                id: "high-contrast",
                name: qsTr("High contrast")
            }
        ]
        chosen: root.preferences.theme
        onChose: id => root.preferences.chooseTheme(id)
    }
    Choices {
        width: parent.width
        title: qsTr("Motion")
        choices: [
            {
                id: "system",
                name: qsTr("As the system has it")
            },
            {
                id: "full",
                name: qsTr("Full motion")
            },
            {
                id: "reduced",
                name: qsTr("Reduced motion")
            }
        ]
        chosen: root.preferences.motion
        onChose: id => root.preferences.chooseMotion(id)
    }
    TextSize {
        width: parent.width
        preferences: root.preferences
    }
}
