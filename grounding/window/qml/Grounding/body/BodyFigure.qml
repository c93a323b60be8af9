pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// The body as it is drawn, from the front or the back, with `place` over each place that can be met there.
Item {
    id: root

    required property bool back
    required property bool eyes
    required property Component place

    Accessible.role: Accessible.Graphic
    Accessible.name: root.back ? qsTr("A body, seen from the back") : qsTr("A body, seen from the front")

    BodyLine {
        line: BodyLines.trunk
        fill: Theme.now.body
    }
    BodyLine {
        line: BodyLines.ears
        fill: Theme.now.body
    }
    BodyLine {
        line: BodyLines.head
        fill: Theme.now.body
    }
    Repeater {
        model: root.back ? BodyLines.behind : BodyLines.front
        delegate: root.place
    }
    BodyLine {
        visible: !root.back && root.eyes
        line: BodyLines.faceEyes
    }
    BodyLine {
        visible: !root.back
        line: BodyLines.faceMouth
    }
    BodyLine {
        line: root.back ? BodyLines.backHints : BodyLines.frontHints
    }
}
