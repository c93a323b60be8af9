import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A check box as a pill: ticked by colour and by a tick.
CheckBox {
    id: root

    property color fill: Theme.now.warm
    property string name: text
    property color fillInk: Theme.now.warmInk

    readonly property real pill: Math.max(Theme.target * 0.92, contentItem.implicitHeight + 12)

    implicitHeight: pill
    topPadding: 0
    bottomPadding: 0
    leftPadding: label.side
    rightPadding: label.side
    focusPolicy: Qt.StrongFocus
    onVisibleChanged: if (!visible)
        focus = false
    font.pixelSize: Theme.normal
    indicator: null
    Accessible.name: name

    contentItem: ChipLabel {
        id: label

        control: root
        text: root.text
        ink: root.checked ? root.fillInk : Theme.now.text
    }
    background: ChipShape {
        control: root
        fill: root.fill
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
}
