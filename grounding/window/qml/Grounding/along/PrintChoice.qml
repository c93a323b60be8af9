import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One entry that may go on the page: its heading, and when it was.
CheckBox {
    id: root

    required property string heading
    required property string when

    padding: Theme.gap * 0.6
    leftPadding: 4
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.normal
    Accessible.name: heading
    Accessible.description: when

    indicator: Rectangle {
        x: root.leftPadding
        y: root.topPadding + 2
        width: Theme.normal * 1.4
        height: width
        radius: 6
        color: root.checked ? Theme.now.warm : Theme.now.chip
        border.width: root.checked ? 0 : 1
        border.color: Theme.now.line

        PlainText {
            anchors.centerIn: parent
            visible: root.checked
            text: "✓"
            font: root.font
            color: Theme.now.warmInk
        }
        FocusRing {
            radius: 8
            control: root
        }
    }
    contentItem: Column {
        leftPadding: root.indicator.width + Theme.gap
        spacing: 2

        PlainText {
            width: parent.width - parent.leftPadding
            text: root.heading
            wrapMode: Text.Wrap
            font: root.font
            color: Theme.now.text
        }
        PlainText {
            width: parent.width - parent.leftPadding
            text: root.when
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.now.quiet
        }
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
