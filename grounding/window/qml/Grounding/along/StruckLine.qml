import QtQuick
import QtQuick.Controls.Basic
import Grounding

// The place of one line on the page; a press strikes it out.
AbstractButton {
    id: root

    required property string line
    required property int number

    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    Accessible.name: qsTr("Strike out: %1").arg(line)
    Accessible.description: qsTr("Line %1").arg(number)

    background: Item {
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            height: 1
            color: Theme.paper.warm
            visible: root.hovered || root.activeFocus
        }
        FocusRing {
            anchors.margins: -2
            radius: 6
            ink: Theme.paper.focus
            control: root
        }
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
    Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
}
