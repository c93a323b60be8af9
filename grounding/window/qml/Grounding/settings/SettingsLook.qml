import QtQuick
import Grounding
import Grounding.Models

// Colours, the look of the breath, motion, and the size of text.
Section {
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
        title: qsTr("The breath, seen as")
        choices: [
            {
                id: "orb",
                name: qsTr("Circle")
            },
            {
                id: "wave",
                name: qsTr("Wave")
            },
            {
                id: "dim",
                name: qsTr("Dim")
            }
        ]
        chosen: root.preferences.look
        onChose: id => root.preferences.chooseLook(id)
    }
    Words {
        width: parent.width
        font.pixelSize: Theme.small
        color: Theme.now.quiet
        text: qsTr("The wave shows the next turn coming. Dim is a glow at the edge of a dark page, for tired eyes. L goes on to the next one in a sitting. With reduced motion the wave is the circle, standing still.")
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
