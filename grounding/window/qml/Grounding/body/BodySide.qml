import QtQuick
import Grounding

// One side of the body to look at; underlined where one is.
ChoiceChip {
    id: root

    implicitHeight: Math.max(32, contentItem.implicitHeight + 12)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    font.pixelSize: Theme.small

    contentItem: PlainText {
        text: root.text
        font: root.font
        color: root.checked ? Theme.now.text : Theme.now.quiet
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottomMargin: 2
            width: root.contentItem.width
            height: 2
            color: Theme.now.warm
            visible: root.checked
        }
        FocusRing {
            anchors.margins: 0
            control: root
        }
    }
}
