import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Shapes
import Grounding.Models

// One place of the body that can be touched; the check box of the same name says the same to a screen reader.
AbstractButton {
    id: root

    required property Answers answers
    required property string region
    required property string line
    property string reach: line

    readonly property bool touched: answers.places.includes(region)
    readonly property size share: Qt.size(height / BodyLines.height, height / BodyLines.height)

    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    visible: answers.regions.some(each => each.id === region)
    containmentMask: shape
    Accessible.ignored: true
    onClicked: answers.choosePlace(region, !touched)

    Shape {
        id: shape

        x: root.width / 2
        containsMode: Shape.FillContains
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeColor: root.hovered ? Theme.now.text : root.touched ? Theme.now.warm : "transparent"
            strokeWidth: 1.5
            joinStyle: ShapePath.RoundJoin
            fillColor: root.touched ? Theme.now.touched : "transparent"
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
