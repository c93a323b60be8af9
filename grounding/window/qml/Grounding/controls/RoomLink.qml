import QtQuick
import Grounding
import Grounding.Models

// On every screen, always visible, always in the same corner.
QuietButton {
    required property Flow flow

    text: qsTr("Back to the room")
    onClicked: flow.backToRoom()
}
