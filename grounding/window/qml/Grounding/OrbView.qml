import QtQuick
import Grounding.Models

// The orb, the word of its phase, one line of words, and where one is in the practice.
Item {
    id: root

    required property Run run
    required property Preferences preferences
    required property string line

    // Where the window is low for its text, the words stand beside the orb, and else below it.
    readonly property bool beside: height < Theme.unit * 22 && width > height * 1.2
    readonly property real wordsWidth: beside ? width * 0.5 : Math.min(width - 2 * Theme.margin, Theme.unit * 60)
    // Room for the longest prompt (18 words), so that the orb keeps its place whatever is said.
    readonly property int wordsLines: Math.ceil(104 * words.font.pixelSize * 0.54 / wordsWidth)
    // And for the quiet line, which comes without warning. Beside the orb it may move the words, though not the orb.
    readonly property real quietRoom: Math.ceil(104 * Theme.small * 0.54 / wordsWidth) * Theme.small * 1.4
    readonly property real quietHeight: beside ? (line === "" ? 0 : Math.min(quietRoom, height - quiet.y)) : quietRoom
    readonly property real side: beside ? Math.min(width * 0.4, height - 2 * Theme.gap) : Math.min(width - 2 * Theme.margin, (below.y - 2 * Theme.gap) * 0.84)

    // Tells a screen reader what has changed, where that is asked for: the word of the breath, then the line of words.
    function tell(): void {
        const changed = [[root.run.phase, phase.last], [root.run.words, words.last]].filter(([now, last]) => now !== last && now !== "");
        if (root.preferences.announce && root.run.running)
            for (const [now] of changed)
                phase.Accessible.announce(now);
        phase.last = root.run.phase;
        words.last = root.run.words;
    }

    Component.onCompleted: Qt.callLater(tell)
    onLineChanged: if (preferences.announce && line !== "")
        quiet.Accessible.announce(line)

    FrameAnimation {
        running: root.run.moving && root.visible && ![Window.Minimized, Window.Hidden].includes(root.Window.visibility)
        onTriggered: root.run.look()
    }
    Connections {
        target: root.run

        function onChanged(): void {
            root.tell();
        }
    }
    Orb {
        x: Math.round(root.beside ? root.width * 0.23 - width / 2 : (root.width - width) / 2)
        y: Math.round(root.beside ? (root.height - height) / 2 : Math.max(Theme.gap, (below.y - height) * 0.55))
        width: 2 * Math.round(Math.max(80, root.side) / 2)
        height: width
        fullness: root.run.fullness
        ring: root.run.ring
    }
    Column {
        id: below

        x: root.beside ? root.width * 0.46 : (root.width - width) / 2
        y: root.beside ? (root.height - height) / 2 : root.height - height - Theme.gap
        width: root.wordsWidth
        spacing: Theme.gap * 0.6

        Words {
            id: phase

            property string last: ""

            width: parent.width
            height: Theme.title * 1.35
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.title
            text: root.run.paused ? qsTr("paused") : root.run.phase
        }
        Words {
            id: words

            property string last: ""

            width: parent.width
            height: root.wordsLines * font.pixelSize * 1.4
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: root.beside ? Theme.normal : Theme.large
            text: root.run.words
        }
        StepDots {
            anchors.horizontalCenter: parent.horizontalCenter
            step: root.run.step
            steps: root.run.steps
        }
        Words {
            id: quiet

            width: parent.width
            height: root.quietHeight
            horizontalAlignment: Text.AlignHCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: 10
            font.pixelSize: Theme.small
            color: Theme.now.quiet
            text: root.line
        }
    }
}
