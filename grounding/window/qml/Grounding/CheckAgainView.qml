pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// The second check-in: what has become of each sensation; every answer is as good as every other.
Item {
    id: root

    required property Run run
    required property Answers answers
    required property Flow flow

    Scroll {
        id: scroll

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: actions.top
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
                onDone: on.forceActiveFocus()
            }
        }
        MedicalLink {
            width: parent.width
            visible: root.answers.medical
        }
    }
    Wrap {
        id: actions

        anchors.left: scroll.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom

        WarmButton {
            id: on

            text: qsTr("Go on")
            onClicked: root.flow.stayWithIt()
        }
        QuietButton {
            text: qsTr("Not now")
            onClicked: root.flow.notNow()
        }
        QuietButton {
            text: qsTr("Too much")
            onClicked: root.flow.tooMuch()
        }
    }
}
