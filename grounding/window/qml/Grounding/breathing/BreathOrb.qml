import QtQuick
import QtQuick.Window
import Grounding
import Grounding.Models

// The orb beside the line, and the word of its phase.
Item {
    id: root

    required property BreathTrial trial

    FrameAnimation {
        running: root.trial.moving && root.visible && ![Window.Minimized, Window.Hidden].includes(root.Window.visibility)
        onTriggered: root.trial.look()
    }
    Orb {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 6
        width: 2 * Math.round(Math.min(parent.width - 12, phase.y - 12) / 2)
        height: width
        fullness: root.trial.fullness
        ring: root.trial.ring
    }
    Words {
        id: phase

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.large * 1.4
        horizontalAlignment: Text.AlignHCenter
        font.pixelSize: Theme.large
        text: root.trial.phase
    }
}
