import QtQuick
import Grounding.Models

// The safety notes, to read at any time.
Sheet {
    id: root

    required property Flow flow

    firstFocus: back
    onEscaped: flow.back()

    ReadingScroll {
        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        spacing: Theme.gap * 1.4

        EdgedButton {
            id: back

            text: qsTr("Back")
            onClicked: root.flow.back()
        }
        Heading {
            width: parent.width
            text: qsTr("Safety notes")
        }
        SafetyNotes {
            width: parent.width
        }
    }
    RoomLink {
        id: room

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
