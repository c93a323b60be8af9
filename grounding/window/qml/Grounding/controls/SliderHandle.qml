import QtQuick
import QtQuick.Controls.Basic
import Grounding

// What is moved along a slider's line; warm where it says something.
Rectangle {
    id: root

    required property Slider slider
    required property bool filled

    x: slider.leftPadding + slider.visualPosition * (slider.availableWidth - width)
    y: slider.topPadding + slider.availableHeight / 2 - height / 2
    width: 26
    height: 26
    radius: 13
    color: filled ? Theme.now.warm : Theme.now.chip
    border.width: 2
    border.color: filled ? Theme.now.warm : Theme.now.line

    FocusRing {
        control: root.slider
    }
}
