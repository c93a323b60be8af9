pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// The first check-in: the body and the boxes are one state; light first, more only where it is asked for.
Item {
    id: root

    required property Run run
    required property Answers answers
    required property Flow flow
    required property Preferences preferences

    readonly property bool wide: width > Theme.unit * 44
    readonly property bool bodyBeside: wide && preferences.bodyShown
    readonly property bool noPlace: ["nothing", "cant-tell", "rather-not"].includes(answers.noticed)

    BodyMap {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.bottomMargin: 0
        width: Math.min(parent.width * 0.36, Theme.unit * 26)
        visible: root.bodyBeside
        answers: root.answers
    }
    CheckInForm {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: actions.top
        anchors.left: parent.left
        anchors.leftMargin: root.bodyBeside ? Math.min(root.width * 0.36, Theme.unit * 26) + Theme.margin * 1.6 : Theme.margin
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.margin
        question: root.run.words
        answers: root.answers
        preferences: root.preferences
        bodyAbove: !root.wide && root.preferences.bodyShown
        onDone: stay.forceActiveFocus()
    }
    Wrap {
        id: actions

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: root.bodyBeside ? Math.min(root.width * 0.36, Theme.unit * 26) + Theme.margin * 1.6 : Theme.margin
        anchors.rightMargin: Theme.margin

        WarmButton {
            id: stay

            text: root.noPlace || root.run.again ? qsTr("Go on") : qsTr("Stay with it")
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
