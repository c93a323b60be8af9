import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Shapes
import Grounding

// One place of the body that can be touched; a control of the same name says the same to a screen reader.
AbstractButton {
    id: root

    required property string region
    required property bool touched
    property color fill: touched ? Theme.now.touched : "transparent"
    property string line: BodyLines.places[region]
    property string reach: BodyLines.reaches[region] ?? line

    readonly property size share: Qt.size(height / BodyLines.height, height / BodyLines.height)

    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    containmentMask: shape
    Accessible.ignored: true

    Shape {
        id: shape

        x: root.width / 2
        containsMode: Shape.FillContains
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: root.hovered ? Theme.now.text : root.touched ? Theme.now.warm : "transparent"
            strokeWidth: 1.5
            joinStyle: ShapePath.RoundJoin
            fillColor: root.fill
            scale: root.share

            PathSvg {
                path: root.line
            }
        }
        ShapePath {
            strokeColor: "transparent"
            fillColor: "transparent"
            scale: root.share

            PathSvg {
                path: root.reach
            }
        }
    }
}
