import QtQuick
import QtQuick.Shapes
import Grounding

// A line of the body that is only drawn; it stands on the middle of its parent, as high as that.
Shape {
    id: root

    required property string line
    property color fill: "transparent"

    x: parent.width / 2
    height: parent.height
    preferredRendererType: Shape.CurveRenderer
    Accessible.ignored: true

    ShapePath {
        strokeColor: Theme.now.line
        strokeWidth: 1.5
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        fillColor: root.fill
        scale: Qt.size(root.height / BodyLines.height, root.height / BodyLines.height)

        PathSvg {
            path: root.line
        }
    }
}
