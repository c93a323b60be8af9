pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// A sitting: the orb and its words, or a place to answer; the controls come with mouse or key.
Sheet {
    id: root

    required property Run run
    required property Answers answers
    required property Keeping keeping
    required property Flow flow
    required property LessOffer lessOffer
    required property Preferences preferences
    required property Sounding sounding
    required property var toggleFullScreen

    readonly property bool fullScreen: Window.visibility === Window.FullScreen
    readonly property bool answering: shown !== "orb"
    readonly property string shown: {
        if (lessOffer.open)
            return "less";
        if (run.kind === "check-in")
            return run.again && answers.noticed === "places" ? "again" : "check-in";
        return ["name", "close"].includes(run.kind) ? run.kind : "orb";
    }

    hears: true
    onSpaced: if (!answering)
        run.toggle()
    onLefted: run.previous()
    onRighted: lessOffer.next()
    onEscaped: run.stop()
    onSounded: sounding.toggle()
    onAnsweringChanged: root.forceActiveFocus()
    Keys.onPressed: bar.awaken()

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
        onFullScreenAsked: root.toggleFullScreen()
    }

    Component {
        id: orb

        OrbView {
            run: root.run
            preferences: root.preferences
            line: root.sounding.line || root.flow.said
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
