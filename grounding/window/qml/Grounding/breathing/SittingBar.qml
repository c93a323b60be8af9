import QtQuick
import Grounding
import Grounding.Models

// What can be done in a sitting: the way out always, the rest with mouse or key.
Item {
    id: root

    required property Run run
    required property Flow flow
    required property LessOffer lessOffer
    required property Sounding sounding
    required property bool answering
    required property bool fullScreen
    // Whether the controls stay without mouse or key.
    required property bool kept

    // Beside the orb, room for whatever may come, so that neither bar nor orb moves when a control comes or goes.
    readonly property real alwaysWidth: room.implicitWidth + stop.implicitWidth + Theme.gap / 2
    readonly property real breathWidth: Math.max(controls.ownWidth + skip.implicitWidth, controls.alongWidth + link.implicitWidth)
    readonly property bool wide: alwaysWidth + (answering ? controls.shownWidth : controls.othersWidth + breathWidth) < width
    readonly property int rows: Math.ceil(controls.naturalWidth * 1.1 / belowWidth)
    // On lines of their own their words begin where those below them do.
    readonly property real belowWidth: width - Theme.gap + controls.pad

    readonly property bool awake: kept || shown.running || run.paused || controls.focused

    signal lookAsked
    signal fullScreenAsked

    function awaken(): void {
        shown.restart();
    }

    implicitHeight: wide ? Theme.target : answering ? always.height + controls.height : Theme.target * (1 + rows) + controls.spacing * (rows - 1)

    Timer {
        id: shown

        interval: Theme.controlsStay
        running: true
    }
    Row {
        id: always

        anchors.left: parent.left
        anchors.bottom: parent.bottom

        RoomLink {
            id: room

            flow: root.flow
        }
        QuietButton {
            id: stop

            text: qsTr("Stop")
            onClicked: root.run.stop()
        }
        QuietButton {
            id: skip

            text: qsTr("Skip the hold")
            visible: root.run.holds
            onClicked: root.run.skipHold()
        }
        MedicalLink {
            id: link

            visible: root.run.medical && !root.answering
        }
    }
    MedicalWords {
        x: Math.min(link.x, root.width - width)
        y: always.y - height - 4
        width: Math.min(root.width * 0.6, Theme.unit * 24)
        z: 1
        link: link
    }
    Item {
        id: rest

        anchors.right: parent.right
        anchors.bottom: root.wide ? parent.bottom : always.top
        width: root.wide ? Math.min(controls.shownWidth, root.width) : root.belowWidth
        height: controls.height
        opacity: root.awake || root.answering ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
            }
        }

        SittingControls {
            id: controls

            width: parent.width
            roomy: root.width > Theme.unit * 44
            run: root.run
            lessOffer: root.lessOffer
            sounding: root.sounding
            answering: root.answering
            fullScreen: root.fullScreen
            onLookAsked: root.lookAsked()
            onFullScreenAsked: root.fullScreenAsked()
        }
    }
}
