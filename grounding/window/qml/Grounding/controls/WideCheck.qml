import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A check box whose words may take several lines.
CheckBox {
    id: root

    implicitHeight: Math.max(Theme.target, contentItem.implicitHeight + 12)
    leftPadding: 4
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.normal
    Accessible.name: text

    indicator: Rectangle {
        x: root.leftPadding
        y: (root.height - height) / 2
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
    contentItem: PlainText {
        leftPadding: root.indicator.width + Theme.gap
        text: root.text
        wrapMode: Text.Wrap
        font: root.font
        color: Theme.now.text
        verticalAlignment: Text.AlignVCenter
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
