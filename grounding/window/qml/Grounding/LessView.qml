import QtQuick
import Grounding.Models

// Less, when it is a lot: the room, the feet, movement, the end; never longer.
Item {
    id: root

    required property Flow flow

    Scroll {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        height: Math.min(parent.height - Theme.margin, contentHeight)
        spacing: Theme.gap * 1.2

        Heading {
            width: parent.width
            text: qsTr("It may be a lot. Less is always possible.")
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("What you said is still here. Whatever you choose is fine.")
        }
        WarmButton {
            text: qsTr("Come back to the room")
            onClicked: root.flow.backToRoom()
        }
        QuietButton {
            visible: root.flow.feetOffered
            text: qsTr("Be with the feet")
            onClicked: root.flow.lessFeet()
        }
        QuietButton {
            visible: root.flow.handsOffered
            text: qsTr("Let the hands move")
            onClicked: root.flow.lessMovement()
        }
        QuietButton {
            text: qsTr("End here")
            onClicked: root.flow.lessEnd()
        }
        QuietButton {
            dim: true
            text: qsTr("Go on as it was")
            onClicked: root.flow.lessAsItWas()
        }
    }
}
