import QtQuick
import Grounding

// A recovery code, as it is read off a page.
FocusScope {
    id: root

    property alias text: field.text
    property bool waits: false

    signal entered
    signal escaped

    function retype(): void {
        field.forceActiveFocus();
    }
    function clear(): void {
        field.clear();
    }

    implicitWidth: Theme.unit * 26
    implicitHeight: field.y + field.height

    Words {
        id: label

        width: parent.width
        color: Theme.now.quiet
        text: field.name
        Accessible.ignored: true
    }
    WordField {
        id: field

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: label.bottom
        anchors.topMargin: Theme.gap * 0.4
        focus: true
        name: qsTr("Recovery code")
        readOnly: root.waits
        most: 200
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        onEscaped: root.escaped()
        Keys.onReturnPressed: root.entered()
        Keys.onEnterPressed: root.entered()
    }
}
