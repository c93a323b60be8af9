pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The orb, or another look of the breath, the word of its phase, one line of words, and where one is in the practice.
Item {
    id: root

    required property Run run
    required property Pace pace
    required property WaveModel wave
    required property Preferences preferences
    required property OneKey oneKey
    // What went otherwise, and what may be done: two quiet sentences, seldom at once.
    required property string line
    required property string hint
    required property bool awake

    readonly property string look: preferences.shownLook
    property string lookBefore: ""
    readonly property bool stepping: awake || steps.focused || breathKey.activeFocus

    // Where the window is low for its text, the words stand beside the orb, and else below it.
    readonly property bool beside: height < Theme.unit * 22 && width > height * 1.2
    readonly property real wordsWidth: beside ? width * 0.5 : Math.min(width - 2 * Theme.margin, Theme.unit * 60)
    // Room for the longest prompt (18 words), so that the orb keeps its place whatever is said.
    readonly property int wordsLines: Math.ceil(104 * words.font.pixelSize * 0.54 / wordsWidth)
    // And for the quiet line, which comes without warning. Beside the orb it may move the words, though not the orb.
    readonly property real quietRoom: Math.ceil(104 * Theme.small * 0.54 / wordsWidth) * Theme.small * 1.4
    readonly property real quietHeight: beside ? (line + hint === "" ? 0 : Math.min(quietRoom, height - said.y - quiet.y)) : quietRoom
    readonly property real side: beside ? Math.min(width * 0.4, height - 2 * Theme.gap) : Math.min(width - 2 * Theme.margin, (below.y - 2 * Theme.gap) * 0.84)

    // Where the steps stand in a look that is as wide as the page.
    readonly property real stepsAbove: Math.max(Theme.gap, place.y)

    // Tells a screen reader what has changed, where that is asked for: the word of the breath, then the line of words.
    function tell(): void {
        const changed = [[root.run.phase, phase.last], [root.run.words, words.last]].filter(([now, last]) => now !== last && now !== "");
        if (root.preferences.announce && root.run.running)
            for (const [now] of changed)
                phase.Accessible.announce(now);
        phase.last = root.run.phase;
        words.last = root.run.words;
    }

    // The colour of the paper at some height of this view, which begins where the window does.
    function paper(y: real): color {
        const share = y / Window.height;
        const from = Theme.now.above;
        const to = Theme.now.below;
        return Qt.rgba(from.r + (to.r - from.r) * share, from.g + (to.g - from.g) * share, from.b + (to.b - from.b) * share, 1);
    }

    Component.onCompleted: Qt.callLater(tell)
    onLineChanged: if (preferences.announce && line !== "")
        phase.Accessible.announce(line)
    onHintChanged: if (preferences.announce && hint !== "" && (pace.follows || hint !== pace.line))
        phase.Accessible.announce(hint)
    onLookChanged: {
        if (lookBefore !== "")
            phase.Accessible.announce(({
                    "orb": qsTr("Circle."),
                    "wave": qsTr("Wave."),
                    "dim": qsTr("Dim.")
                })[look]);
        lookBefore = look;
    }

    component Look: Loader {
        required property bool shown

        active: opacity > 0
        visible: active
        opacity: shown ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
            }
        }
    }

    FrameAnimation {
        running: (root.run.moving || root.wave.moving) && root.visible && ![Window.Minimized, Window.Hidden].includes(root.Window.visibility)
        onTriggered: root.run.look()
    }
    Connections {
        target: root.run

        function onChanged(): void {
            root.tell();
        }
    }
    // What somebody has asked for is answered, each time, whether or not the breath is told.
    Connections {
        target: root.pace

        function onTold(sentence: string): void {
            phase.Accessible.announce(sentence);
        }
    }
    Item {
        id: place

        x: Math.round(root.beside ? root.width * 0.23 - width / 2 : (root.width - width) / 2)
        y: Math.round(root.beside ? (root.height - height) / 2 : Math.max(Theme.gap, (below.y - height) * 0.55))
        width: 2 * Math.round(Math.max(80, root.side) / 2)
        height: width
    }
    Look {
        anchors.fill: place
        shown: root.look === "orb"
        sourceComponent: Orb {
            fullness: root.run.fullness
            ring: root.run.ring
        }
    }
    Look {
        // From below the steps to above the words.
        readonly property real begins: root.beside ? place.y : root.stepsAbove + Theme.target
        readonly property real room: root.beside ? place.height : below.y - Theme.gap - begins

        x: root.beside ? Theme.gap : 0
        y: Math.round(begins + (room - height) / 2)
        width: root.beside ? below.x - 2 * Theme.gap : root.width
        height: 2 * Math.round(Math.min(room, width * (root.beside ? 0.5 : 0.3)) / 2)
        shown: root.look === "wave"
        sourceComponent: WaveView {
            run: root.run
            wave: root.wave
            above: root.paper(parent.y)
            below: root.paper(parent.y + height)
        }
    }
    BreathKey {
        id: breathKey

        anchors.fill: place
        visible: root.pace.follows
        pace: root.pace
    }
    Loader {
        anchors.centerIn: place
        active: root.oneKey.open
        sourceComponent: EdgedButton {
            text: qsTr("Go on breathing")
            onClicked: root.oneKey.goOn()
        }
    }
    Item {
        anchors.fill: parent
        opacity: root.stepping ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.fade
            }
        }

        PaceControls {
            id: steps

            readonly property bool aside: !root.beside && root.look === "orb"

            // On the right edge, or above what is as wide as the page; where the words stand beside, in their place.
            x: root.beside ? below.x : aside ? root.width - Theme.margin - width : (root.width - width) / 2
            y: root.beside ? below.y + said.y : aside ? place.y + (place.height - height) / 2 : root.stepsAbove
            width: root.beside ? below.width : aside ? widest : Math.min(inOneLine, root.width - 2 * Theme.margin)
            visible: root.pace.leads
            pace: root.pace
        }
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
        Column {
            id: said

            width: parent.width
            spacing: parent.spacing
            opacity: root.beside && steps.visible && root.stepping ? 0 : 1

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
            QuietLines {
                id: quiet

                width: parent.width
                height: root.quietHeight
                line: root.line
                hint: root.hint
            }
        }
    }
}
