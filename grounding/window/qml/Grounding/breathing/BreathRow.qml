import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One breath of one's own in their list; a press opens it.
AbstractButton {
    id: root

    required property string told

    padding: Theme.gap
    leftPadding: Theme.gap * 1.4
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.normal * 1.08
    Accessible.name: text
    Accessible.description: told

    contentItem: Column {
        spacing: 3

        PlainText {
            width: parent.width
            text: root.text
            wrapMode: Text.Wrap
            font: root.font
            color: Theme.now.text
        }
        PlainText {
            width: parent.width
            text: root.told
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.now.quiet
        }
    }
    background: Rectangle {
        radius: 14
        color: Theme.now.card
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.now.focus : root.hovered ? Theme.now.quiet : Theme.now.line
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
