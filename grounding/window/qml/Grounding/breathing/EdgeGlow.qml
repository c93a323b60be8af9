pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// The breath as a glow at the edge of a dark page: `fullness` is how bright it is at this frame, a hold draws a thin rim.
Item {
    id: root

    required property real fullness
    required property real ring

    readonly property int band: Math.round(Math.min(width, height) * 0.2)
    // In steps finer than can be seen: to lay the glow anew at every frame is nearly all of the work.
    readonly property real shine: 0.08 + 0.92 * Math.round(fullness * 255) / 255

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Breathing glow")

    Repeater {
        model: [Qt.rect(0, 0, root.width, root.band), Qt.rect(0, root.height - root.band, root.width, root.band), Qt.rect(0, root.band, root.band, root.height - 2 * root.band), Qt.rect(root.width - root.band, root.band, root.band, root.height - 2 * root.band)]

        Image {
            required property rect modelData

            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            source: width <= 0 || height <= 0 ? "" : "image://look/edge/" + [Theme.now.glow.toString().slice(1), root.width, root.height, root.band, x, y, width, height, 1].join("/")
            smooth: false
            opacity: root.shine
            Accessible.ignored: true
        }
    }
    Repeater {
        model: [Qt.rect(0, 0, root.width, 2), Qt.rect(0, root.height - 2, root.width, 2), Qt.rect(0, 2, 2, root.height - 4), Qt.rect(root.width - 2, 2, 2, root.height - 4)]

        Rectangle {
            required property rect modelData

            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            color: Theme.now.warm
            opacity: root.ring
            visible: root.ring > 0
        }
    }
}
