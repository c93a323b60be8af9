import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One practice on the shelf: title, summary, length. Enter begins it.
RadioButton {
    id: root

    required property string summary
    required property string length
    // Where there is little room, what it is stands there for the one that is chosen, or has the keyboard.
    property bool brief: false

    // Where one key goes on once it is chosen.
    property Item leadsTo: null

    signal begun

    function step(forward: bool): void {
        const other = nextItemInFocusChain(forward) as ShelfRow;
        if (other) {
            other.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            other.click();
        }
    }

    padding: Theme.gap * 0.6
    leftPadding: Theme.gap * 1.4
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.normal * 1.08
    indicator: null
    Accessible.name: text
    Accessible.description: summary + " " + length

    contentItem: Column {
        spacing: 3

        Item {
            width: parent.width
            height: Math.max(title.height, time.height)

            PlainText {
                id: title

                anchors.left: parent.left
                anchors.right: time.left
                anchors.rightMargin: Theme.gap
                text: root.text
                wrapMode: Text.Wrap
                font: root.font
                color: Theme.now.text
            }
            PlainText {
                id: time

                anchors.right: parent.right
                anchors.baseline: title.baseline
                width: Math.min(implicitWidth, parent.width - Math.min(title.implicitWidth + Theme.gap, parent.width * 0.5))
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignRight
                text: root.length
                font.pixelSize: Theme.small
                color: Theme.now.quiet
            }
        }
        PlainText {
            width: parent.width
            visible: !root.brief || root.checked || root.activeFocus
            text: root.summary
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.now.quiet
        }
    }
    background: Rectangle {
        radius: 12
        color: root.checked || root.hovered ? Theme.now.card : "transparent"
        border.width: root.activeFocus ? 2 : root.checked ? 1 : 0
        border.color: root.activeFocus ? Theme.now.focus : Theme.now.line

        Rectangle {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.margins: 8
            width: 4
            radius: 2
            color: Theme.now.warm
            visible: root.checked
        }
    }

    Keys.onReturnPressed: {
        click();
        begun();
    }
    Keys.onEnterPressed: {
        click();
        begun();
    }
    Keys.onDownPressed: step(true)
    Keys.onUpPressed: step(false)
}
