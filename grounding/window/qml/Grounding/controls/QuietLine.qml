import QtQuick
import Grounding

// One sentence about something that did not go as it should; it waits until it is read.
Item {
    id: root

    property alias text: words.text

    signal dismissed

    implicitHeight: Math.max(words.implicitHeight, close.implicitHeight)

    Words {
        id: words

        anchors.left: parent.left
        anchors.right: close.left
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.now.warm
        Accessible.role: Accessible.AlertMessage
    }
    QuietButton {
        id: close

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("All right")
        dim: true
        onClicked: root.dismissed()
    }
}
