import QtQuick
import Grounding

// Beside chest and eyes: a quiet link that opens what is for a doctor (`MedicalWords`), and puts it away again.
QuietButton {
    id: root

    property string about: ""
    property bool open: false

    readonly property string told: qsTr("New chest pain, trouble breathing, the worst headache or sudden loss of sight are for a doctor now, not for a practice.")

    text: qsTr("New or strong pain?")
    dim: true
    Accessible.description: open ? told : about
    onVisibleChanged: open = false
    onClicked: open = !open
}
