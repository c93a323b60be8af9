import QtQuick
import QtQuick.Controls.Basic
import Grounding

// How often one place spoke, in words beside its shade; a press shows its moments.
AbstractButton {
    id: root

    required property string name
    required property string often
    required property color shade

    padding: Theme.gap * 0.5
    rightPadding: 0
    implicitHeight: Math.max(Theme.target, contentItem.implicitHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("%1: %2").arg(name).arg(often)

    contentItem: Item {
        implicitHeight: words.implicitHeight

        Rectangle {
            id: spot

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.unit * 0.8
            height: width
            radius: width / 2
            color: root.shade
            border.width: 1
            border.color: Theme.now.line
        }
        PlainText {
            id: words

            anchors.left: spot.right
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gap * 0.8
            text: qsTr("%1: %2").arg(root.name).arg(root.often)
            wrapMode: Text.Wrap
            font.pixelSize: Theme.normal
            color: Theme.now.text
        }
    }
    background: Rectangle {
        radius: 10
        color: "transparent"
        border.width: root.activeFocus ? 2 : root.hovered ? 1 : 0
        border.color: root.activeFocus ? Theme.now.focus : Theme.now.line
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
