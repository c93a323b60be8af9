import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One of several as a pill: a radio button; the arrows go from one to the next and choose it.
RadioButton {
    id: root

    property color fill: Theme.now.warm
    property string name: text
    property color fillInk: Theme.now.warmInk

    // How wide it may be; longer words go on in another line.
    property real most: Infinity

    function step(forward: bool): void {
        const other = nextItemInFocusChain(forward) as RadioButton;
        if (other && other.parent === parent) {
            other.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            other.click();
        }
    }

    implicitHeight: Math.max(Theme.target * 0.92, contentItem.implicitHeight + 12)
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
        most: root.most - 2 * side
    }
    background: ChipShape {
        control: root
        fill: root.fill
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onRightPressed: step(true)
    Keys.onDownPressed: step(true)
    Keys.onLeftPressed: step(false)
    Keys.onUpPressed: step(false)
}
