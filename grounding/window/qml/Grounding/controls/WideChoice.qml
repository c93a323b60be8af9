import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One of several, with a sentence that says what it means.
RadioButton {
    id: root

    required property string meaning

    function step(forward: bool): void {
        const other = nextItemInFocusChain(forward) as WideChoice;
        if (other && other.parent === parent) {
            other.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            other.click();
        }
    }

    padding: Theme.gap
    leftPadding: 4
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.normal
    Accessible.name: text
    Accessible.description: meaning

    indicator: Rectangle {
        x: root.leftPadding
        y: root.topPadding
        width: Theme.normal * 1.4
        height: width
        radius: width / 2
        color: root.checked ? Theme.now.warm : Theme.now.chip
        border.width: root.checked ? 0 : 1
        border.color: Theme.now.line

        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.4
            height: width
            radius: width / 2
            color: Theme.now.warmInk
            visible: root.checked
        }
        FocusRing {
            control: root
        }
    }
    contentItem: Column {
        leftPadding: root.indicator.width + Theme.gap
        spacing: 2

        PlainText {
            width: parent.width - parent.leftPadding
            text: root.text
            wrapMode: Text.Wrap
            font: root.font
            color: Theme.now.text
        }
        PlainText {
            width: parent.width - parent.leftPadding
            text: root.meaning
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.now.quiet
        }
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onRightPressed: step(true)
    Keys.onDownPressed: step(true)
    Keys.onLeftPressed: step(false)
    Keys.onUpPressed: step(false)
}
