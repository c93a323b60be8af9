pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// How much later than it is sent sound is heard, tuned by a circle and a bowl that is struck when it is full.
Column {
    id: root

    required property Preferences preferences
    required property SoundTrial trial

    // The circle has come, and all of this should be seen at once.
    signal shown

    spacing: Theme.gap
    onHeightChanged: if (trial.tuning)
        shown()

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("A wireless headset plays a little late. While the circle breathes, move the delay until the bowl is struck just as the circle is full.")
    }
    EdgedButton {
        text: root.trial.tuning ? qsTr("That will do") : qsTr("Tune by eye and ear")
        onClicked: root.trial.tune(!root.trial.tuning)
    }
    QuietSlider {
        width: parent.width
        text: qsTr("Output delay")
        said: qsTr("%1 ms").arg(value)
        from: 0
        to: 400
        stepSize: 10
        start: root.preferences.delayMs
        onChosen: root.preferences.chooseDelayMs(value)
    }
    Loader {
        active: root.trial.tuning
        visible: active
        sourceComponent: Disc {
            id: disc

            FrameAnimation {
                running: true
                onTriggered: disc.fullness = root.trial.fullness()
            }
        }
    }
}
