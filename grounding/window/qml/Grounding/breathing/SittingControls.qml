import QtQuick
import Grounding
import Grounding.Models

// The controls that come and go: pace, place, sound, screen.
Wrap {
    id: root

    required property Run run
    required property LessOffer lessOffer
    required property Sounding sounding
    required property bool answering
    required property bool fullScreen
    required property bool roomy

    readonly property real pad: Theme.gap * 0.4

    readonly property bool focused: {
        const item = Window.window ? Window.window.activeFocusItem : null;
        return item !== null && item.parent === root;
    }
    // What one breathes in; only one of them is there at a time.
    readonly property real ownWidth: own.implicitWidth
    readonly property real alongWidth: along.implicitWidth
    readonly property real othersWidth: {
        let wide = -own.implicitWidth - along.implicitWidth;
        for (const each of children)
            wide += each.implicitWidth + spacing;
        return wide;
    }
    readonly property real naturalWidth: othersWidth + Math.max(ownWidth, alongWidth)

    readonly property real shownWidth: {
        let wide = 0;
        for (const each of children)
            wide += each.visible ? each.implicitWidth + spacing : 0;
        return wide;
    }

    signal lookAsked
    signal fullScreenAsked

    spacing: 2

    component Breath: Chip {
        // Its words on one line with those beside it.
        implicitHeight: Math.max(Theme.target, pill)
        topInset: (implicitHeight - pill) / 2
        bottomInset: topInset
    }

    Breath {
        id: own

        text: qsTr("My own breath")
        visible: root.run.kind === "breathe"
        checked: root.run.ownBreath
        onClicked: root.run.breatheOwn(checked)
    }
    Breath {
        id: along

        text: qsTr("Breathe with it")
        visible: root.run.mayBreathe && !root.answering
        checked: root.run.withBreath
        onClicked: root.run.breatheWith(checked)
    }
    QuietButton {
        id: pause

        pad: root.pad
        // As wide as its wider word.
        implicitWidth: Math.max(contentItem.implicitWidth, resume.width) + 2 * pad
        text: root.run.paused ? qsTr("Resume") : qsTr("Pause")

        TextMetrics {
            id: resume

            font: pause.font
            text: qsTr("Resume")
        }
        dim: true
        visible: root.roomy || !root.answering
        onClicked: root.run.toggle()
    }
    QuietButton {
        pad: root.pad
        text: qsTr("Previous")
        dim: true
        onClicked: root.run.previous()
    }
    QuietButton {
        pad: root.pad
        text: qsTr("Next")
        dim: true
        onClicked: root.lessOffer.next()
    }
    QuietButton {
        pad: root.pad
        text: qsTr("Longer")
        dim: true
        visible: !root.answering && root.run.lasts
        onClicked: root.run.longer()
    }
    QuietCheck {
        pad: root.pad
        visible: root.roomy || !root.answering
        text: qsTr("Sound")
        checked: root.sounding.on
        onClicked: root.sounding.toggle()
    }
    QuietButton {
        pad: root.pad
        visible: !root.answering
        text: qsTr("Look")
        dim: true
        Accessible.description: qsTr("Goes on to the next look of the breath")
        onClicked: root.lookAsked()
    }
    QuietButton {
        pad: root.pad
        visible: root.roomy || !root.answering
        text: root.fullScreen ? qsTr("Leave full screen") : qsTr("Full screen")
        dim: true
        onClicked: root.fullScreenAsked()
    }
}
