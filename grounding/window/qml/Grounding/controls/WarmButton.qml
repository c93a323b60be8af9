import QtQuick
import QtQuick.Controls.Basic
import Grounding

// The choice a page is for.
Button {
    id: root

    property color ring: Theme.now.focus

    implicitHeight: Math.max(Theme.target, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.margin
    rightPadding: Theme.margin
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.5
    onVisibleChanged: if (!visible)
        focus = false
    font.pixelSize: Theme.normal
    Accessible.name: text

    contentItem: PlainText {
        text: root.text
        font: root.font
        color: Theme.now.warmInk
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: height / 2
        color: root.down ? Qt.darker(Theme.now.warm, 1.08) : Theme.now.warm

        FocusRing {
            anchors.margins: -4
            control: root
            ink: root.ring
        }
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
