pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The first check-in: the body and the boxes are one state; light first, more only where it is asked for.
Item {
    id: root

    required property Run run
    required property Answers answers
    required property LessOffer lessOffer
    required property Preferences preferences

    property bool bodyAlone: false

    readonly property bool wide: width > Theme.unit * 44
    readonly property bool low: height < Theme.unit * 13
    readonly property bool bodyBeside: wide && preferences.bodyShown
    readonly property bool noPlace: ["nothing", "cant-tell", "rather-not"].includes(answers.noticed)
    readonly property real formLeft: bodyBeside ? body.width + Theme.margin * 1.6 : Theme.margin

    // In a narrow window the body has the page to itself: inside a scrolling page it could not be drawn cut off.
    BodyMap {
        id: body

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: actions.visible && !root.bodyBeside ? actions.top : parent.bottom
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gap
        width: root.wide ? Math.min(root.width * 0.36, Theme.unit * 26) : root.width - 2 * Theme.margin
        visible: root.bodyBeside || root.bodyAlone && !root.wide
        answers: root.answers
    }
    CheckInForm {
        id: form

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: actions.visible ? actions.top : parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: root.formLeft
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        visible: root.wide || !root.bodyAlone
        question: root.run.words
        answers: root.answers
        bodyShown: root.wide && root.preferences.bodyShown
        onBodyAsked: shown => {
            if (root.wide)
                root.preferences.showBody(shown);
            else
                root.bodyAlone = shown;
        }
        onDone: (root.low ? within : actions).reach()

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

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: root.formLeft + form.edge
        anchors.rightMargin: Theme.margin
        visible: !root.low && form.visible
        lessOffer: root.lessOffer
        onward: root.noPlace || root.run.again ? qsTr("Go on") : qsTr("Stay with it")
    }
    QuietButton {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        visible: root.bodyAlone && !root.wide
        text: qsTr("Back to the words")
        onClicked: root.bodyAlone = false
    }
}
