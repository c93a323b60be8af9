import QtQuick
import Grounding.Models

// How strong it is, if that is a question at all; `Clear` takes it back.
Wrap {
    id: root

    required property Answers answers
    required property string region
    required property string regionName
    required property bool again

    function focusSlider(): void {
        slider.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        height: Theme.target
        verticalAlignment: Text.AlignVCenter
        color: Theme.now.quiet
        text: qsTr("How strong, 0 to 10")
    }
    StrengthSlider {
        id: slider

        width: Math.min(root.width, 340)
        name: qsTr("Strength of %1").arg(root.regionName)
        Component.onCompleted: value = root.answers.strength(root.region, root.again)
        onValueChanged: root.answers.setStrength(root.region, value, root.again)
    }
    Words {
        height: Theme.target
        width: Theme.unit * 5
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
        text: slider.said ? qsTr("%1 of 10").arg(slider.value) : qsTr("not set")
    }
    QuietButton {
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
