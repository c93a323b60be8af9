import QtQuick
import Grounding

// From which side the body is seen.
Row {
    id: root

    property bool back: false

    BodySide {
        text: qsTr("Front")
        checked: !root.back
        onClicked: root.back = false
    }
    BodySide {
        text: qsTr("Back")
        checked: root.back
        onClicked: root.back = true
    }
}
