import QtQuick
import Grounding
import Grounding.Models

// How strong it is, if that is a question at all; `Clear` takes it back.
Wrap {
    id: root
    flush: true

    required property Answers answers
    required property string region
    required property string regionName
    required property bool again

    function focusSlider(): void {
        slider.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        id: asked

        height: Theme.target
        verticalAlignment: Text.AlignVCenter
        color: Theme.now.quiet
        text: qsTr("How strong, 0 to 10")
    }
    StrengthSlider {
        id: slider

        // With what stands beside it on one line, if the line is long enough; `Clear` comes and goes without moving it.
        width: Math.min(root.width, Math.max(200, Math.min(340, root.width - asked.width - told.width - clear.width - 3 * root.spacing)))
        name: qsTr("Strength of %1").arg(root.regionName)
        Component.onCompleted: value = root.answers.strength(root.region, root.again)
        onValueChanged: root.answers.setStrength(root.region, value, root.again)
    }
    Words {
        id: told

        height: Theme.target
        width: Theme.unit * 5
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
        text: slider.said ? qsTr("%1 of 10").arg(slider.value) : qsTr("not set")
    }
    QuietButton {
        id: clear

        dim: true
        visible: slider.said
        text: qsTr("Clear")
        Accessible.description: root.regionName
        onClicked: {
            slider.value = -1;
            slider.forceActiveFocus(Qt.TabFocusReason);
        }
    }
}
