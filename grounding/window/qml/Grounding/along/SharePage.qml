pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A practice as a file for somebody else: who it is from, where it goes, and how far it is.
Sheet {
    id: root

    required property Flow flow
    required property Sharing sharing

    function leave(): void {
        if (sharing.writing)
            sharing.cancel();
        else if (sharing.asks)
            sharing.keepThere();
        else
            flow.back();
    }

    onEscaped: leave()
    Component.onDestruction: sharing.cancel()

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        EdgedButton {
            text: qsTr("Back")
            enabled: !root.sharing.writing
            onClicked: root.flow.back()
        }
        Heading {
            width: parent.width
            text: qsTr("Share “%1”").arg(root.sharing.title)
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("One file with all of this practice, as it stands in its own file. Whoever opens it sees what is in it first. It goes where you put it, and nowhere else.")
        }
        Words {
            width: parent.width
            visible: root.sharing.commented
            color: Theme.now.warm
            text: qsTr("Notes in the file (lines after #) go along too.")
        }
        Words {
            width: parent.width
            visible: root.sharing.spoken
            color: Theme.now.warm
            text: qsTr("The recorded voices go with it: somebody may know them.")
        }
        Section {
            title: qsTr("Who it is from")
            enabled: !root.sharing.writing

            Words {
                width: parent.width
                color: Theme.now.quiet
                text: qsTr("If you like. Nothing else about you is added to the file.")
            }
            WordField {
                width: parent.width
                name: qsTr("Who it is from")
                most: 80
                onTyped: text => root.sharing.typeGiver(text)
                onEscaped: root.forceActiveFocus()
                Component.onCompleted: text = root.sharing.giver
            }
        }
        FilePlace {
            file: root.sharing
            dialogSource: "PracticeSaveDialog.qml"
            onLeaving: root.forceActiveFocus()
        }
        Replacing {
            width: parent.width
            file: root.sharing
        }
        WorkingRow {
            width: parent.width
            working: root.sharing.writing
            asks: root.sharing.asks
            part: root.sharing.part
            partName: qsTr("%1 of 100 saved")
            name: qsTr("Save")
            possible: root.sharing.where.trim() !== ""
            onAsked: root.sharing.write()
            onCancelled: root.sharing.cancel()
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.sharing.said || (root.sharing.written ? qsTr("Saved: %1").arg(root.sharing.where) : "")
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
