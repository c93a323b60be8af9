import QtQuick
import Grounding.Models

// What can be done in a sitting: the way out always, the rest with mouse or key.
Item {
    id: root

    required property Run run
    required property Flow flow
    required property Sounding sounding
    required property bool answering
    required property bool fullScreen

    readonly property bool wide: always.implicitWidth + rest.widest + Theme.margin < width

    signal fullScreenAsked

    function awaken(): void {
        shown.restart();
    }

    implicitHeight: wide ? Math.max(always.height, rest.height) : always.height + rest.height

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
            flow: root.flow
        }
        QuietButton {
            text: qsTr("Stop")
            onClicked: root.run.stop()
        }
        QuietButton {
            text: qsTr("Skip the hold")
            visible: root.run.holds
            onClicked: root.run.skipHold()
        }
        MedicalLink {
            width: Math.min(root.width * 0.6, Theme.unit * 24)
            above: true
            visible: root.run.medical && !root.answering
        }
    }
    Item {
        id: rest

        readonly property real widest: controls.naturalWidth

        anchors.right: parent.right
        anchors.bottom: root.wide ? parent.bottom : always.top
        width: root.wide ? Math.min(widest, root.width) : root.width
        height: controls.height
        opacity: shown.running || root.answering || root.run.paused || controls.focused ? 1 : 0

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
            sounding: root.sounding
            answering: root.answering
            fullScreen: root.fullScreen
            onFullScreenAsked: root.fullScreenAsked()
        }
    }
}
