import QtQuick
import Grounding
import Grounding.Models

// Where the keys are told.
Section {
    id: root

    required property Flow flow

    title: qsTr("Keys")

    EdgedButton {
        text: qsTr("All keys")
        Accessible.description: qsTr("F1, on any page")
        onClicked: root.flow.keysAsked()
    }
}
