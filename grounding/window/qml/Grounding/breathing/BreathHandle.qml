import QtQuick
import Grounding

// The end of a stroke on the line; the rows beside it do the same by keyboard.
Item {
    id: root

    required property real seconds
    required property real fullness
    required property real perSecond
    required property real perFullness

    readonly property bool dragged: drag.active
    property real fromSeconds: 0
    property real fromFullness: 0

    signal taken
    signal drawnTo(seconds: real, fullness: real)
    signal letGo

    width: 44
    height: 44

    Rectangle {
        anchors.centerIn: parent
        width: drag.active || hover.hovered ? 26 : 20
        height: width
        radius: width / 2
        color: Theme.now.card
        border.width: 3
        border.color: drag.active ? Theme.now.focus : Theme.now.warm
    }
    HoverHandler {
        id: hover

        cursorShape: Qt.SizeAllCursor
    }
    DragHandler {
        id: drag

        target: null
        dragThreshold: 0
        onActiveChanged: {
            if (active) {
                root.fromSeconds = root.seconds;
                root.fromFullness = root.fullness;
                root.taken();
            } else {
                root.letGo();
            }
        }
        onActiveTranslationChanged: if (active)
            root.drawnTo(root.fromSeconds + activeTranslation.x / root.perSecond, root.fromFullness - activeTranslation.y / root.perFullness)
    }
}
