import QtQuick
import QtQuick.Controls.Basic
import Grounding
import Grounding.Models

// The orb at rest: a click on it, or the button under it, and it breathes at once.
Column {
    id: root

    required property real side
    required property Flow flow

    topPadding: 2
    spacing: Theme.gap * 2

    AbstractButton {
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.side
        height: root.side
        focusPolicy: Qt.NoFocus
        Accessible.ignored: true
        onClicked: root.flow.breatheNow()

        Orb {
            anchors.fill: parent
            fullness: 0
            reduced: false
        }
    }
    WarmButton {
        anchors.horizontalCenter: parent.horizontalCenter
        text: qsTr("Breathe now")
        onClicked: root.flow.breatheNow()
    }
}
