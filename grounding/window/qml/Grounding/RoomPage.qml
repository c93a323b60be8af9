pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// Back to the room: nothing paces, nothing sounds; the page warms over two seconds, and there is something to see.
Sheet {
    id: root

    required property Flow flow
    required property Preferences preferences
    required property Room room

    property bool staying: false
    property real warmth: 0

    readonly property color ink: warmth < 0.5 ? Theme.now.text : Theme.roomInk
    readonly property color ring: warmth < 0.5 ? Theme.now.focus : Theme.roomInk

    onEscaped: flow.endRoom()
    Component.onCompleted: {
        room.lookAtClock();
        warmth = 1;
    }

    Behavior on warmth {
        NumberAnimation {
            duration: Theme.warming
            easing.type: Easing.InOutSine
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.room
        opacity: root.warmth
    }
    Scroll {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        height: Math.min(parent.height - 2 * Theme.margin, contentHeight)
        spacing: Theme.gap * 1.2

        Heading {
            width: parent.width
            color: root.ink
            text: qsTr("Here is the room")
        }
        Words {
            width: parent.width
            visible: root.room.crisis !== ""
            font.pixelSize: Theme.large
            color: root.ink
            text: root.room.crisis
        }
        Repeater {
            model: [qsTr("Something to see: a corner, a colour, something far away and something near."), qsTr("Something to feel: the chair, the floor, the cloth of a sleeve."), qsTr("Something to hear: close by, or outside, or nothing much."), !root.preferences.leftOut.includes("feet") ? qsTr("Your feet are somewhere. They can press, or lift, or stay.") : "", root.room.today].filter(line => line !== "")

            Words {
                required property string modelData

                width: parent.width
                color: root.ink
                text: modelData
            }
        }
        Words {
            width: parent.width
            visible: root.staying
            color: root.ink
            text: qsTr("There is time. Nothing more is asked.")
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                text: qsTr("Stay")
                ring: root.ring
                onClicked: {
                    root.staying = true;
                    root.room.lookAtClock();
                }
            }
            QuietButton {
                text: qsTr("End")
                ink: root.ink
                ring: root.ring
                onClicked: root.flow.endRoom()
            }
        }
    }
}
