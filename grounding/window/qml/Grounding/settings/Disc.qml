import QtQuick
import Grounding

// A small breathing circle for a page that scrolls, where the orb's curves would be drawn beyond its edge.
Item {
    id: root

    property real fullness: 0

    readonly property real fullRadius: 68

    implicitWidth: 2 * fullRadius + 8
    implicitHeight: implicitWidth
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Breathing circle")

    Rectangle {
        anchors.centerIn: parent
        width: root.fullRadius * (Theme.reduced ? 1.5 : 2 / 1.9 * (1 + 0.9 * root.fullness))
        height: width
        radius: width / 2
        color: Theme.now.warm
    }
    Rectangle {
        anchors.centerIn: parent
        width: 2 * root.fullRadius
        height: width
        radius: width / 2
        color: "transparent"
        border.width: Theme.reduced ? 1 + 6 * root.fullness : 1
        border.color: Theme.now.ring
    }
}
