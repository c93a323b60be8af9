import QtQuick
import Grounding

// Where something can be taken hold of and drawn to another place; keys and buttons do the same.
Item {
    id: root

    signal begun
    signal draggedTo(y: real)
    signal dropped

    implicitWidth: Theme.unit * 1.2
    Accessible.ignored: true

    PlainText {
        anchors.centerIn: parent
        text: "⠿"
        font.pixelSize: Theme.normal
        color: Theme.now.quiet
    }
    HoverHandler {
        cursorShape: Qt.SizeVerCursor
    }
    DragHandler {
        target: null
        dragThreshold: 2
        onActiveChanged: active ? root.begun() : root.dropped()
        onCentroidChanged: if (active)
            root.draggedTo(centroid.scenePosition.y)
    }
}
