import QtQuick
import Grounding
import Grounding.Models

// Before any practice in which the breath is held.
Sheet {
    id: root

    required property Flow flow

    onEscaped: flow.back()

    Scroll {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        height: Math.min(parent.height - 3 * Theme.target, contentHeight)
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            text: qsTr("This one holds the breath")
        }
        Words {
            width: parent.width
            text: qsTr("Holding is not for everyone: not in pregnancy, with heart or lung illness, seizures, eye pressure, or after recent surgery.")
        }
        Words {
            width: parent.width
            text: qsTr("You can skip the holds now, or at any moment. Small and easy is enough.")
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                text: qsTr("Skip the hold")
                onClicked: root.flow.goOn(true)
            }
            QuietButton {
                text: qsTr("Go on with the hold")
                onClicked: root.flow.goOn(false)
            }
            QuietButton {
                text: qsTr("Not now")
                onClicked: root.flow.back()
            }
        }
    }
    RoomLink {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
