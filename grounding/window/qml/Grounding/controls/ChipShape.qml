import QtQuick
import QtQuick.Templates as T
import Grounding

// The pill itself.
Rectangle {
    id: root

    required property T.AbstractButton control
    required property color fill

    radius: height / 2
    color: control.checked ? fill : Theme.now.chip
    border.width: control.checked ? 0 : 1
    border.color: Theme.now.line

    FocusRing {
        control: root.control
    }
}
