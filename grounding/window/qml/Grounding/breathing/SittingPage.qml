pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A sitting: the orb and its words, or a place to answer; the controls come with mouse or key.
Sheet {
    id: root

    required property Run run
    required property Pace pace
    required property WaveModel wave
    required property Answers answers
    required property Keeping keeping
    required property Flow flow
    required property LessOffer lessOffer
    required property Preferences preferences
    required property Sounding sounding
    required property OneKey oneKey
    required property var toggleFullScreen

    readonly property bool fullScreen: Window.visibility === Window.FullScreen
    readonly property bool answering: shown !== "orb"
    // Who is followed breathes with Enter, wherever the keyboard was when that began.
    readonly property bool followed: pace.follows && !answering
    readonly property string shown: {
        if (lessOffer.open)
            return "less";
        if (run.kind === "check-in")
            return run.again && answers.noticed === "places" ? "again" : "check-in";
        return ["name", "close"].includes(run.kind) ? run.kind : "orb";
    }

    // Enter, where no control has it, is held while one breathes in; the arrows and two letters lead the breath.
    function keyOfPace(event: KeyEvent, down: bool): bool {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        if (enter && (!down || pace.follows)) {
            if (!event.isAutoRepeat)
                pace.key(down);
            return true;
        }
        const steps = {
            [Qt.Key_Down]: pace.slower,
            [Qt.Key_Up]: pace.faster,
            [Qt.Key_S]: pace.stay,
            [Qt.Key_O]: pace.back
        };
        if (!down || event.modifiers !== Qt.NoModifier || !(pace.leads || pace.follows) || !(event.key in steps))
            return false;
        steps[event.key]();
        return true;
    }

    hears: true
    writes: answering && shown !== "less"
    onWordBegun: if (shown === "name")
        (view.item as NameView).open = true
    onSpaced: if (!answering)
        run.toggle()
    onLefted: run.previous()
    onRighted: lessOffer.next()
    onEscaped: run.stop()
    onSounded: sounding.toggle()
    onShownChanged: aside = false
    onFollowedChanged: {
        const item = Window.activeFocusItem;
        if (!followed || !item || item === root)
            return;
        item.focus = false;
        root.forceActiveFocus();
    }
    onAnsweringChanged: {
        root.forceActiveFocus();
        bar.awaken();
    }
    Keys.onPressed: event => {
        if (!answering && keyOfPace(event, true))
            event.accepted = true;
        else if (!answering && event.key === Qt.Key_L && event.modifiers === Qt.NoModifier) {
            preferences.nextLook();
            event.accepted = true;
        } else
            bar.awaken();
    }
    Keys.onReleased: event => {
        if (keyOfPace(event, false))
            event.accepted = true;
    }
    Window.onActiveChanged: if (!Window.active && pace)
        pace.turn(false)

    HoverHandler {
        property point last

        // The point is told at every frame too, moved or not.
        onPointChanged: {
            if (point.position.x === last.x && point.position.y === last.y)
                return;
            last = Qt.point(point.position.x, point.position.y);
            bar.awaken();
        }
    }
    Loader {
        anchors.fill: parent
        active: Theme.dimmed && !root.answering
        sourceComponent: EdgeGlow {
            fullness: root.run.fullness
            ring: root.run.ring
        }
    }
    Loader {
        id: view

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top
        focus: true
        sourceComponent: ({
                "less": less,
                "name": name,
                "close": close,
                "check-in": checkIn,
                "again": again,
                "orb": orb
            })[root.shown]
    }
    SittingBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        anchors.leftMargin: Theme.margin - Theme.gap
        run: root.run
        flow: root.flow
        lessOffer: root.lessOffer
        sounding: root.sounding
        answering: root.answering
        fullScreen: root.fullScreen
        kept: root.oneKey.open
        onLookAsked: root.preferences.nextLook()
        onFullScreenAsked: root.toggleFullScreen()
    }

    Component {
        id: orb

        OrbView {
            run: root.run
            pace: root.pace
            wave: root.wave
            preferences: root.preferences
            oneKey: root.oneKey
            line: root.sounding.line || root.flow.said
            hint: root.pace.line || (root.flow.tries ? qsTr("A try: nothing of it is kept.") : "")
            awake: bar.awake
        }
    }
    Component {
        id: name

        NameView {
            run: root.run
            answers: root.answers
        }
    }
    Component {
        id: checkIn

        CheckInView {
            run: root.run
            answers: root.answers
            lessOffer: root.lessOffer
            preferences: root.preferences
        }
    }
    Component {
        id: again

        CheckAgainView {
            run: root.run
            answers: root.answers
            lessOffer: root.lessOffer
        }
    }
    Component {
        id: close

        CloseView {
            run: root.run
            answers: root.answers
            keeping: root.keeping
            flow: root.flow
        }
    }
    Component {
        id: less

        LessView {
            lessOffer: root.lessOffer
            flow: root.flow
        }
    }
}
