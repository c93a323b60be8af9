pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Grounding

// The breathing circle: `fullness` is drawn as it is at this frame; nothing here animates by itself.
Item {
    id: root

    required property real fullness
    property real ring: 0
    property bool reduced: Theme.reduced

    readonly property real fullRadius: Math.min(width, height) / 2
    readonly property real emptyRadius: fullRadius / 1.9
    readonly property real stillRadius: (fullRadius + emptyRadius) / 2
    readonly property real radius: reduced ? stillRadius : emptyRadius + (fullRadius - emptyRadius) * fullness
    readonly property real finer: 4 * Screen.devicePixelRatio
    // The disc and the rim around it in its picture (`orb_picture.py`), so that no edge of it lies on the picture's.
    readonly property real disc: fullRadius * 2 * 33 / 32
    readonly property int pixels: Math.ceil(disc * Screen.devicePixelRatio / 33) * 33

    function hex(colour: color): string {
        return colour.toString().slice(1);
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Breathing circle")

    // Pixel on pixel, and in steps finer than can be seen: to lay this picture anew at every frame is half of all work.
    Image {
        readonly property int side: 2 * Math.round(root.fullRadius * 1.4)
        readonly property int finest: Math.min(side * Screen.devicePixelRatio, 1024)

        x: root.width / 2 - side / 2
        y: root.height / 2 - side / 2
        width: side
        height: side
        source: "image://orb/glow/" + root.hex(Theme.now.glow)
        sourceSize: Qt.size(finest, finest)
        // Asked to be smooth, even a picture pixel on pixel is laid by two threads that wait for each other.
        smooth: finest < side * Screen.devicePixelRatio
        opacity: root.reduced ? 0.8 : 0.7 + 0.3 * Math.round(10 * root.fullness) / 10
        Accessible.ignored: true
    }
    Image {
        anchors.centerIn: parent
        anchors.alignWhenCentered: false
        width: root.disc
        height: width
        // In quarters of a pixel, which nobody sees: at the turns a frame may then be as the one before, and costs nothing.
        scale: Math.round(root.radius * root.finer) / root.finer / root.fullRadius
        source: "image://orb/disc/" + [Theme.now.orbLight, Theme.now.orbMiddle, Theme.now.orbEdge].map(root.hex).join("-")
        sourceSize: Qt.size(root.pixels, root.pixels)
        smooth: true
        Accessible.ignored: true
    }
    Rectangle {
        // Around a full breath, never over it: the edge of the disc is seen to the last.
        anchors.centerIn: parent
        anchors.alignWhenCentered: false
        width: root.fullRadius * 2 + 4
        height: width
        radius: width / 2
        color: "transparent"
        border.width: 2
        border.color: Theme.now.ring
    }
    Rectangle {
        anchors.centerIn: parent
        anchors.alignWhenCentered: false
        width: root.fullRadius * 2 + 8
        height: width
        radius: width / 2
        color: "transparent"
        border.width: 4
        border.color: Theme.now.warm
        opacity: root.ring
        visible: root.ring > 0
    }
    Loader {
        anchors.fill: parent
        active: root.reduced
        sourceComponent: Shape {
            ShapePath {
                strokeColor: Theme.now.warm
                strokeWidth: 8
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathAngleArc {
                    centerX: root.width / 2
                    centerY: root.height / 2
                    radiusX: root.fullRadius
                    radiusY: root.fullRadius
                    startAngle: -90
                    sweepAngle: 360 * root.fullness
                }
            }
        }
    }
}
