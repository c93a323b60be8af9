import QtQuick
import Grounding
import Grounding.Models

// Less, when it is a lot: the room, the feet, movement, the end; never longer.
Item {
    id: root

    required property LessOffer lessOffer
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
        EdgedButton {
            visible: root.lessOffer.feet
            text: qsTr("Be with the feet")
            onClicked: root.lessOffer.beWithFeet()
        }
        EdgedButton {
            visible: root.lessOffer.hands
            text: qsTr("Let the hands move")
            onClicked: root.lessOffer.moveHands()
        }
        EdgedButton {
            text: qsTr("End here")
            onClicked: root.lessOffer.endHere()
        }
        EdgedButton {
            dim: true
            text: qsTr("Go on as it was")
            onClicked: root.lessOffer.asItWas()
        }
    }
}
