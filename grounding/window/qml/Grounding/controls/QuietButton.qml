import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A choice in words alone.
Button {
    id: root

    property bool dim: false
    // It opens a dialog of the system's, out of which one key does not lead.
    property bool leadsOut: false
    property real pad: Theme.gap
    property color ink: dim ? Theme.now.quiet : Theme.now.text
    property color ring: Theme.now.focus

    // At the beginning of a line its words stand where those above them do; it stays as wide, or it might change lines.
    readonly property bool flush: x === 0 && (parent as Wrap)?.flush === true

    implicitHeight: Math.max(Theme.target, contentItem.implicitHeight + topPadding + bottomPadding)
    leftPadding: flush ? 0 : pad
    rightPadding: flush ? 2 * pad : pad
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
            anchors.leftMargin: root.flush ? -4 : 0
            anchors.rightMargin: root.flush ? 2 * root.pad - 4 : 0
            radius: root.flush ? 8 : height / 2
            control: root
            ink: root.ring
        }
        Rectangle {
            x: root.contentItem.x
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
