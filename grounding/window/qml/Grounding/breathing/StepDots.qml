pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// One unfilled dot a step, the present one marked; nothing is counted.
Row {
    id: root

    required property int step
    required property int steps

    spacing: 16
    visible: steps > 1
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Where you are in this practice")

    Repeater {
        model: root.steps

        Item {
            id: dot

            required property int index

            readonly property bool here: index === root.step

            width: 12
            height: 12

            Rectangle {
                anchors.centerIn: parent
                width: dot.here ? 12 : 8
                height: width
                radius: width / 2
                color: dot.here ? Theme.now.warm : "transparent"
                border.width: dot.here ? 0 : 1.5
                border.color: Theme.now.line
            }
        }
    }
}
