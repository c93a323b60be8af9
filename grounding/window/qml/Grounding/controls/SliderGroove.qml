import QtQuick
import QtQuick.Controls.Basic
import Grounding

// The line that a slider's handle is moved along.
Rectangle {
    required property Slider slider

    x: slider.leftPadding
    y: slider.topPadding + slider.availableHeight / 2 - height / 2
    width: slider.availableWidth
    height: 4
    radius: 2
    color: Theme.now.line
}
