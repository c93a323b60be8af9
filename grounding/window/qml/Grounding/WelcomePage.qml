import QtQuick
import Grounding.Models

// The first run, one page: what this is and is not. No account, no questions.
Sheet {
    id: root

    required property Flow flow
    required property Preferences preferences

    onSpaced: flow.breatheNow()
    onEntered: flow.welcomed()

    Scroll {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(Theme.margin, (back.y - height) * 0.45)
        height: Math.min(contentHeight, back.y - Theme.margin)
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.3

        Heading {
            width: parent.width
            text: qsTr("A slower few minutes, if you like")
        }
        Words {
            width: parent.width
            text: qsTr("A circle to breathe with, or not. A walk through the body, as near as suits you. Quiet that stays quiet. What you say stays on this computer.")
        }
        SafetyNotes {
            width: parent.width
            brief: true
        }
        Heading {
            width: parent.width
            font.pixelSize: Theme.large
            text: qsTr("Sound")
        }
        SoundChoice {
            width: parent.width
            sound: root.preferences.sound
            onChosen: sound => root.preferences.chooseSound(sound)
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                text: qsTr("Breathe now")
                onClicked: root.flow.breatheNow()
            }
            QuietButton {
                text: qsTr("Go on")
                onClicked: root.flow.welcomed()
            }
            QuietButton {
                text: qsTr("Safety notes")
                onClicked: root.flow.show("safety")
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
