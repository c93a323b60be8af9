pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A check-in that belongs to no practice: as much or as little as one likes, kept or let pass.
Sheet {
    id: root

    required property Flow flow
    required property Answers answers
    required property Keeping keeping
    required property Preferences preferences

    readonly property bool wide: width > Theme.unit * 44 && height > Theme.unit * 24
    readonly property bool bodyBeside: wide && preferences.bodyShown

    // Room for what becomes of it beside the way to the room; else it stands at the end of the form.
    readonly property bool low: height < Theme.unit * 18 || width - back.width < Theme.unit * 15

    function reach(): void {
        (low ? within : actions).reach();
    }

    writes: true
    onEscaped: flow.leaveSaid()
    Component.onCompleted: Qt.callLater(form.focusFirst)

    BodyMap {
        id: body

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: back.top
        anchors.margins: Theme.margin
        anchors.bottomMargin: Theme.gap
        width: Math.min(root.width * 0.36, Theme.unit * 26)
        visible: root.bodyBeside
        answers: root.answers
    }
    CheckInForm {
        id: form

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: back.top
        anchors.leftMargin: root.bodyBeside ? body.width + Theme.margin * 1.6 : Math.max(Theme.margin, (parent.width - Theme.unit * 46) / 2)
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.margin
        question: qsTr("Is anything noticeable in your body, or not?")
        answers: root.answers
        bodyOffered: root.wide
        bodyShown: root.preferences.bodyShown
        onBodyAsked: shown => root.preferences.showBody(shown)
        onDone: root.keeping.said ? root.reach() : root.flow.leaveSaid()

        NoteField {
            width: parent.width
            name: qsTr("A line to keep")
            placeholderText: qsTr("one line, if there is one")
            now: root.answers.line
            onTyped: text => root.answers.typeLine(text)
            onEscaped: root.reach()
        }
        Wrap {
            width: parent.width
            visible: root.answers.asksForLess

            Words {
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(Theme.target, implicitHeight)
                verticalAlignment: Text.AlignVCenter
                text: qsTr("It may be a lot. Less is always possible.")
            }
            EdgedButton {
                text: qsTr("Come back to the room")
                onClicked: root.flow.backToRoom()
            }
        }
        Words {
            width: parent.width
            visible: root.keeping.said || !root.keeping.asks
            color: Theme.now.quiet
            text: root.keeping.never ? qsTr("Nothing of this is kept, as you have set.") : root.keeping.asks ? qsTr("Keep it in your journal on this computer, or let it pass. Both are fine.") : qsTr("What you say goes into your journal on this computer.")
        }
        WriteActions {
            id: within

            width: parent.width
            visible: root.low
            keeping: root.keeping
            onKept: root.flow.keepSaid()
            onLetPass: root.flow.letSaidPass()
            onLeave: root.flow.leaveSaid()
        }
    }
    WriteActions {
        id: actions

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Math.max(form.x + form.edge, back.x + back.width + Theme.gap)
        anchors.bottomMargin: Theme.gap
        visible: !root.low
        keeping: root.keeping
        onKept: root.flow.keepSaid()
        onLetPass: root.flow.letSaidPass()
        onLeave: root.flow.leaveSaid()
    }
    RoomLink {
        id: back

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
