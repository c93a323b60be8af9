pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// The body from the front or the back; a touch chooses a place, as its check box does.
Item {
    id: root

    required property Answers answers

    property bool back: false
    property string pointedAt: ""

    implicitWidth: Theme.unit * 16
    implicitHeight: Theme.unit * 36
    onBackChanged: pointedAt = ""

    Item {
        id: figure

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: name.top
        width: height * BodyLines.width / BodyLines.height
        height: Math.max(0, Math.min(root.height - name.height - sides.height, root.width * BodyLines.height / BodyLines.width))
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

            BodyPlace {
                required property string modelData

                anchors.fill: parent
                answers: root.answers
                region: modelData
                line: BodyLines.places[region]
                reach: BodyLines.reaches[region] ?? line
                onHoveredChanged: {
                    if (hovered)
                        root.pointedAt = region;
                    else if (root.pointedAt === region)
                        root.pointedAt = "";
                }
            }
        }
        BodyLine {
            visible: !root.back && !root.answers.places.includes("eyes")
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
    PlainText {
        id: name

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: sides.top
        text: root.pointedAt ? root.answers.regionName(root.pointedAt) : " "
        font.pixelSize: Theme.small
        color: Theme.now.text
        Accessible.ignored: true
    }
    Row {
        id: sides

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom

        BodySide {
            text: qsTr("Front")
            checked: !root.back
            onClicked: root.back = false
        }
        BodySide {
            text: qsTr("Back")
            checked: root.back
            onClicked: root.back = true
        }
    }
}
