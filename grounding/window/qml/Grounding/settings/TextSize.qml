import QtQuick
import QtQuick.Controls.Basic
import Grounding
import Grounding.Models

// How large text is; it changes when the handle is let go, so that nothing moves under it.
Column {
    id: root

    required property Preferences preferences

    spacing: Theme.gap * 0.6

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Text size: %1 %").arg(root.preferences.textPercent)
        Accessible.ignored: true
    }
    Slider {
        id: slider

        width: Math.min(parent.width, 420)
        height: Theme.target
        from: 100
        to: 200
        stepSize: 10
        snapMode: Slider.SnapAlways
        live: false
        value: root.preferences.textPercent
        focusPolicy: Qt.StrongFocus
        Accessible.name: qsTr("Text size")
        Accessible.description: qsTr("%1 percent").arg(value)
        onValueChanged: root.preferences.chooseTextPercent(value)

        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End;
            if (event.accepted)
                value = event.key === Qt.Key_Home ? from : to;
        }

        background: Rectangle {
            x: slider.leftPadding
            y: slider.topPadding + slider.availableHeight / 2 - height / 2
            width: slider.availableWidth
            height: 4
            radius: 2
            color: Theme.now.line
        }
        handle: Rectangle {
            x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
            y: slider.topPadding + slider.availableHeight / 2 - height / 2
            width: 26
            height: 26
            radius: 13
            color: Theme.now.warm

            FocusRing {
                control: slider
            }
        }
    }
}
