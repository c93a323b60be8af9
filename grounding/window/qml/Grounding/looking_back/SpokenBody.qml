pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The body over time: each place shaded by how often it spoke, and the same in words; a press shows its moments.
Item {
    id: root

    required property Seeking seeking
    required property OverTime overTime

    readonly property var spoke: overTime.places.filter(each => each.level > 0)
    readonly property var quiet: overTime.places.filter(each => each.level === 0)

    // With little room the heading goes beside the body, which keeps the height for itself.
    readonly property bool low: height < Theme.unit * 18

    function level(region: string): int {
        return overTime.places.find(each => each.id === region)?.level ?? 0;
    }

    Heading {
        id: title

        width: parent.width
        visible: !root.low
        font.pixelSize: Theme.large
        text: qsTr("The body over time")
    }
    Item {
        id: drawn

        anchors.left: parent.left
        anchors.top: root.low ? parent.top : title.bottom
        anchors.bottom: parent.bottom
        anchors.topMargin: root.low ? 0 : Theme.gap
        width: Math.max(figure.width, sides.width)

        BodyFigure {
            id: figure

            anchors.horizontalCenter: parent.horizontalCenter
            width: height * BodyLines.width / BodyLines.height
            height: Math.max(0, Math.min(parent.height - sides.height, root.width * 0.35 * BodyLines.height / BodyLines.width))
            back: sides.back
            eyes: root.level("eyes") === 0
            place: BodyPlace {
                required property string modelData

                anchors.fill: parent
                region: modelData
                touched: false
                fill: Theme.spoken[root.level(region)]
                visible: root.overTime.places.some(each => each.id === region)
                onClicked: root.seeking.chooseRegion(region)
            }
        }
        BodySides {
            id: sides

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: figure.bottom
        }
    }
    Scroll {
        id: told

        anchors.left: drawn.right
        anchors.right: parent.right
        anchors.top: drawn.top
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.gap
        spacing: 2

        Heading {
            width: told.column.width
            visible: root.low
            font.pixelSize: Theme.large
            text: title.text
        }
        Repeater {
            model: root.spoke

            PlaceTold {
                required property var modelData

                width: told.column.width
                name: modelData.name
                often: modelData.often
                shade: Theme.spoken[modelData.level]
                onClicked: root.seeking.chooseRegion(modelData.id)
            }
        }
        Words {
            width: told.column.width
            topPadding: Theme.gap
            visible: root.quiet.length > 0
            font.pixelSize: Theme.small
            color: Theme.now.quiet
            text: qsTr("%1: %2").arg(root.quiet.map(each => each.name).join(", ")).arg(root.quiet[0]?.often ?? "")
        }
    }
}
