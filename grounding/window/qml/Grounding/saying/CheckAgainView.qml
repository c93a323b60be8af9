pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The second check-in: what has become of each sensation; every answer is as good as every other.
Item {
    id: root

    required property Run run
    required property Answers answers
    required property LessOffer lessOffer

    readonly property bool low: height < Theme.unit * 13

    Scroll {
        id: scroll

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: root.low ? parent.bottom : actions.top
        anchors.leftMargin: Math.max(Theme.margin, (parent.width - Theme.unit * 46) / 2)
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.margin
        spacing: Theme.gap * 1.2

        Heading {
            width: parent.width
            text: root.run.words
        }
        Repeater {
            model: root.answers.places

            AgainGroup {
                required property string modelData

                width: scroll.column.width
                answers: root.answers
                region: modelData
                regionName: root.answers.regionName(modelData)
                onDone: (root.low ? within : actions).reach()
            }
        }
        CheckInActions {
            id: within

            width: parent.width
            visible: root.low
            lessOffer: root.lessOffer
            onward: actions.onward
        }
    }
    CheckInActions {
        id: actions

        anchors.left: scroll.left
        anchors.leftMargin: scroll.edge
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: !root.low
        lessOffer: root.lessOffer
        onward: qsTr("Go on")
    }
}
