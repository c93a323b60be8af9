pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The breath as a line that comes from the right: what is breathed now rides on it at one place, the next turn is seen coming.
Item {
    id: root

    required property Run run
    required property WaveModel wave
    // The paper's colours at its upper and its lower edge: the line fades into them.
    required property color above
    required property color below

    readonly property real disc: 2 * Math.round(Math.max(40, height * 0.2) / 2)
    readonly property real reach: height - disc * 1.6
    readonly property real emptyY: height - disc * 0.8
    readonly property int present: Math.round(width * 0.36)
    // Four pixels at a time, so that pieces meet on whole pixels of finer screens too.
    readonly property int pieceWidth: Math.max(4, 4 * Math.round((width - present) / (wave.aheadS / wave.pieceS) / 4))
    readonly property int piecesBehind: Math.ceil(present / pieceWidth)
    readonly property int pieces: piecesBehind + Math.ceil((width - present) / pieceWidth) + 1
    readonly property int first: Math.floor(run.ownS / wave.pieceS) - piecesBehind
    readonly property real level: emptyY - reach * run.fullness

    readonly property int pixels: Math.ceil((disc + 1) * Screen.devicePixelRatio / 16) * 16

    function hex(colour: color): string {
        return colour.toString().slice(1);
    }

    onFirstChanged: wave.pass_on()
    Component.onCompleted: wave.show(true)
    Component.onDestruction: wave.show(false)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Breathing wave")

    Repeater {
        model: [root.emptyY, root.emptyY - root.reach]

        Level {
            required property real modelData

            y: Math.round(modelData)
            width: root.width
        }
    }
    Item {
        anchors.fill: parent
        clip: true

        Item {
            x: root.present - (root.run.ownS / root.wave.pieceS - root.first) * root.pieceWidth
            width: root.pieces * root.pieceWidth
            height: root.height

            Repeater {
                model: root.pieces

                WavePiece {
                    required property int index

                    readonly property int place: ((index - root.first) % root.pieces + root.pieces) % root.pieces

                    x: place * root.pieceWidth
                    width: root.pieceWidth
                    number: root.first + place
                    levels: root.wave.piece(number, root.wave.bends, root.wave.known ? 0 : root.first)
                    reach: root.reach
                    emptyY: root.emptyY
                    thick: Math.max(2.5, root.disc / 22)
                }
            }
        }
    }
    // What was breathed fades, and so does what comes; where somebody is followed there is nothing to see of that.
    Veil {
        x: root.present
        width: root.width - x
        from: 1
        to: 1
        opacity: root.wave.known ? 0 : 1

        Level {
            y: Math.round(root.emptyY)
            width: parent.width
        }
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
            }
        }
    }
    Veil {
        width: Math.round(root.present * 0.6)
        from: 1
        to: 0
    }
    Veil {
        x: root.width - width
        width: Math.round((root.width - root.present) * 0.2)
        from: 0
        to: 1
    }
    Item {
        x: root.present
        y: root.level

        Image {
            anchors.centerIn: parent
            anchors.alignWhenCentered: false
            width: root.disc * 1.5
            height: width
            // A little larger than it is drawn, so that it is laid between the pixels too and does not step at the turns.
            source: "image://orb/sun/" + [Theme.now.glow, Theme.now.orbLight, Theme.now.orbMiddle, Theme.now.orbEdge].map(root.hex).join("-")
            sourceSize: Qt.size(root.pixels * 1.5, root.pixels * 1.5)
            smooth: true
            Accessible.ignored: true
        }
        Rectangle {
            anchors.centerIn: parent
            anchors.alignWhenCentered: false
            width: root.disc + 12
            height: width
            radius: width / 2
            color: "transparent"
            border.width: 3
            border.color: Theme.now.warm
            opacity: root.run.ring
            visible: root.run.ring > 0
        }
    }

    component Level: Rectangle {
        height: 1
        color: Theme.now.ring
        opacity: 0.5
    }
    component Veil: Image {
        required property real from
        required property real to

        height: root.height
        source: width <= 0 || height <= 0 ? "" : "image://look/veil/" + [root.hex(root.above) + "-" + root.hex(root.below), from, to, width, height, 1].join("/")
        smooth: false
        visible: opacity > 0
        Accessible.ignored: true
    }
}
