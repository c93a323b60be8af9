pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The body from the front or the back; a touch chooses a place, as its check box does.
Item {
    id: root

    required property Answers answers

    property string pointedAt: ""

    implicitWidth: Theme.unit * 16
    implicitHeight: Theme.unit * 36

    BodyFigure {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: name.top
        width: height * BodyLines.width / BodyLines.height
        height: Math.max(0, Math.min(root.height - name.height - sides.height, root.width * BodyLines.height / BodyLines.width))
        back: sides.back
        eyes: !root.answers.places.includes("eyes")
        place: BodyPlace {
            required property string modelData

            anchors.fill: parent
            region: modelData
            touched: root.answers.places.includes(region)
            visible: root.answers.regions.some(each => each.id === region)
            onClicked: root.answers.choosePlace(region, !touched)
            onHoveredChanged: {
                if (hovered)
                    root.pointedAt = region;
                else if (root.pointedAt === region)
                    root.pointedAt = "";
            }
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
    BodySides {
        id: sides

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        onBackChanged: root.pointedAt = ""
    }
}
