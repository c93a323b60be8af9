import QtQuick
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

    readonly property bool focused: {
        const item = Window.window ? Window.window.activeFocusItem : null;
        return item !== null && item.parent === root;
    }
    readonly property real naturalWidth: {
        const breath = Math.max(own.implicitWidth, along.implicitWidth);
        const both = own.implicitWidth + along.implicitWidth;
        let wide = breath - both;
        for (const each of children)
            wide += each.implicitWidth + spacing;
        return wide;
    }

    readonly property real shownWidth: {
        let wide = 0;
        for (const each of children)
            wide += each.visible ? each.implicitWidth + spacing : 0;
        return wide;
    }

    signal fullScreenAsked

    spacing: 2

    Chip {
        id: own

        text: qsTr("My own breath")
        visible: root.run.kind === "breathe"
        checked: root.run.ownBreath
        onClicked: root.run.breatheOwn(checked)
    }
    Chip {
        id: along

        text: qsTr("Breathe with it")
        visible: root.run.mayBreathe && !root.answering
        checked: root.run.withBreath
        onClicked: root.run.breatheWith(checked)
    }
    QuietButton {
        text: root.run.paused ? qsTr("Resume") : qsTr("Pause")
        dim: true
        visible: root.roomy || !root.answering
        onClicked: root.run.toggle()
    }
    QuietButton {
        text: qsTr("Previous")
        dim: true
        onClicked: root.run.previous()
    }
    QuietButton {
        text: qsTr("Next")
        dim: true
        onClicked: root.lessOffer.next()
    }
    QuietButton {
        text: qsTr("Longer")
        dim: true
        visible: !root.answering && root.run.lasts
        onClicked: root.run.longer()
    }
    QuietCheck {
        visible: root.roomy || !root.answering
        text: qsTr("Sound")
        checked: root.sounding.on
        onClicked: root.sounding.toggle()
    }
    QuietButton {
        visible: root.roomy || !root.answering
        text: root.fullScreen ? qsTr("Leave full screen") : qsTr("Full screen")
        dim: true
        onClicked: root.fullScreenAsked()
    }
}
