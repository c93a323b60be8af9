import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One page of the home, by name; underlined where one is.
TabButton {
    id: root

    required property bool here

    width: implicitWidth
    implicitHeight: Theme.target
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.normal
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.focusable: true
    Accessible.selected: here
    Accessible.onPressAction: clicked()

    contentItem: PlainText {
        text: root.text
        font: root.font
        color: root.here ? Theme.now.text : Theme.now.quiet
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width - 2 * Theme.gap
            height: 2
            color: Theme.now.warm
            visible: root.here
        }
        FocusRing {
            anchors.margins: 0
            control: root
        }
    }

    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onRightPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
}
