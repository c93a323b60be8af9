import QtQuick
import Grounding

// A ring for what was there, as large as it was strong, and a disc for what came after; thin where nobody said how strong.
Item {
    id: root

    required property var moment

    readonly property real least: Theme.unit * 0.4
    readonly property real most: Theme.unit * 2.2

    function diameter(share: real): real {
        return least + share * (most - least);
    }

    implicitWidth: most + 4
    implicitHeight: most + 4

    Rectangle {
        anchors.centerIn: parent
        width: root.diameter(root.moment.disc)
        height: width
        radius: width / 2
        color: Theme.now.calm
        visible: root.moment.disc >= 0
    }
    Rectangle {
        anchors.centerIn: parent
        width: root.diameter(root.moment.ring) + 2
        height: width
        radius: width / 2
        color: "transparent"
        border.width: root.moment.thin ? 1 : 2
        border.color: Theme.now.warm
    }
}
