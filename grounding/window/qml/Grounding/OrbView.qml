import QtQuick
import Grounding.Models

// The orb, the word of its phase, one line of words, and where one is in the practice.
Item {
    id: root

    required property Run run
    required property Preferences preferences
    required property string line

    // Room for the longest prompt (18 words), so that the orb keeps its place whatever is said.
    readonly property real wordsWidth: Math.min(width - 2 * Theme.margin, Theme.unit * 60)
    readonly property int wordsLines: Math.ceil(110 * Theme.large * 0.55 / wordsWidth)
    readonly property real wordsHeight: wordsLines * Theme.large * 1.4

    FrameAnimation {
        running: root.run.moving && root.visible && root.Window.visibility !== Window.Minimized
        onTriggered: root.run.look()
    }
    Connections {
        target: root.run

        function onChanged(): void {
            if (root.preferences.announce && root.run.phase !== phase.last && root.run.running)
                phase.Accessible.announce(root.run.phase);
            phase.last = root.run.phase;
        }
    }
    MedicalLink {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        width: Math.min(parent.width * 0.4, Theme.unit * 26)
        visible: root.run.medical
        z: 1
    }
    Orb {
        id: orb

        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(Theme.gap, (below.y - height) * 0.55)
        width: Math.max(60, Math.min(root.width - 2 * Theme.margin, (below.y - 2 * Theme.gap) * 0.82))
        height: width
        fullness: root.run.fullness
        ring: root.run.ring
    }
    Column {
        id: below

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap * 0.6

        Words {
            id: phase

            property string last: ""

            anchors.horizontalCenter: parent.horizontalCenter
            height: Theme.title * 1.35
            font.pixelSize: Theme.title
            text: root.run.paused ? qsTr("paused") : root.run.phase
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            width: root.wordsWidth
            height: root.wordsHeight
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.large
            text: root.run.words
        }
        StepDots {
            anchors.horizontalCenter: parent.horizontalCenter
            step: root.run.step
            steps: root.run.steps
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            width: root.wordsWidth
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.small
            color: Theme.now.quiet
            visible: text !== ""
            text: root.line
        }
    }
}
