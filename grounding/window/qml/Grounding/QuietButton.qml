import QtQuick
import QtQuick.Controls.Basic

// A choice in words alone.
Button {
    id: root

    property bool dim: false
    property color ink: dim ? Theme.now.quiet : Theme.now.text
    property color ring: Theme.now.focus

    implicitHeight: Math.max(Theme.target, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.5
    onVisibleChanged: if (!visible)
        focus = false
    font.pixelSize: Theme.normal
    Accessible.name: text

    contentItem: PlainText {
        text: root.text
        font: root.font
        color: root.ink
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Item {
        FocusRing {
            anchors.margins: 0
            control: root
            ink: root.ring
        }
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 6
            width: root.contentItem.width
            height: 1
            color: Theme.now.line
            visible: root.hovered
        }
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
