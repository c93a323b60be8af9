import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A check box in words alone, with a tick when it is on.
CheckBox {
    id: root

    property real pad: Theme.gap
    property bool steady: false

    implicitHeight: Theme.target
    topPadding: 0
    bottomPadding: 0
    leftPadding: pad
    rightPadding: pad
    focusPolicy: Qt.StrongFocus
    onVisibleChanged: if (!visible)
        focus = false
    font.pixelSize: Theme.normal
    indicator: null
    Accessible.name: text

    contentItem: ChipLabel {
        control: root
        text: root.text
        steady: root.steady
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
