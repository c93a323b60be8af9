import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A check box in words alone, with a tick when it is on, and an empty ring when it is not.
CheckBox {
    id: root

    property real pad: Theme.gap

    implicitHeight: Theme.target
    topPadding: 0
    bottomPadding: 0
    leftPadding: pad + label.tickRoom
    rightPadding: pad
    focusPolicy: Qt.StrongFocus
    onVisibleChanged: if (!visible)
        focus = false
    font.pixelSize: Theme.normal
    indicator: null
    Accessible.name: text

    contentItem: ChipLabel {
        id: label

        control: root
        text: root.text
        steady: true
        ink: root.checked ? Theme.now.text : Theme.now.quiet
    }
    background: Item {
        FocusRing {
            anchors.margins: 0
            control: root
        }
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
