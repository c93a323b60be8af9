pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A practice that somebody gives: which file, then all that is in it, and whether it comes onto the shelf.
Sheet {
    id: root

    required property Flow flow
    required property Receiving receiving
    required property Sounding sounding

    function leave(): void {
        if (receiving.working)
            receiving.cancel();
        else
            flow.back();
    }

    // What the keyboard was on has gone, or what was waited for has come.
    function reach(): void {
        if (!receiving.working)
            (receiving.read ? answer.first : file.first).forceActiveFocus(Qt.TabFocusReason);
    }

    onEscaped: leave()
    Component.onCompleted: Qt.callLater(reach)
    Component.onDestruction: receiving.leave()

    Connections {
        target: root.receiving

        function onSettled(): void {
            scroll.contentY = 0;
            Qt.callLater(root.reach);
        }
    }
    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        EdgedButton {
            visible: !root.receiving.read
            text: qsTr("Back")
            onClicked: root.flow.back()
        }
        Heading {
            width: parent.width
            text: root.receiving.read ? root.receiving.title : qsTr("A practice from somebody")
        }
        GivenFile {
            id: file

            width: parent.width
            visible: !root.receiving.read
            receiving: root.receiving
            onLeaving: root.forceActiveFocus()
        }
        GivenAbout {
            width: parent.width
            visible: root.receiving.read
            receiving: root.receiving
        }
        GivenAnswer {
            id: answer

            width: parent.width
            visible: root.receiving.read
            receiving: root.receiving
            onRefused: root.flow.back()
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.receiving.said
        }
        Outcome {
            width: parent.width
            text: root.sounding.line
        }
        GivenSteps {
            width: parent.width
            visible: root.receiving.read
            receiving: root.receiving
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
