import QtQuick
import Grounding

// A passphrase: unseen unless it is asked for, and nothing of it goes to a clipboard.
FocusScope {
    id: root

    required property string name
    property alias text: field.text
    property bool waits: false

    signal entered
    signal escaped

    // Lets what is typed next take the place of what is there.
    function retype(): void {
        field.selectAll();
        field.forceActiveFocus();
    }
    function clear(): void {
        field.clear();
        show.checked = false;
    }

    implicitWidth: Theme.unit * 26
    implicitHeight: field.y + field.height

    Words {
        id: label

        width: parent.width
        color: Theme.now.quiet
        text: root.name
        Accessible.ignored: true
    }
    WordField {
        id: field

        anchors.left: parent.left
        anchors.right: show.left
        anchors.top: label.bottom
        anchors.topMargin: Theme.gap * 0.4
        focus: true
        name: root.name
        readOnly: root.waits
        most: 1000
        echoMode: show.checked ? TextInput.Normal : TextInput.Password
        selectByMouse: false
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhHiddenText
        // A field that Qt knows for a passphrase has no name; what is in it stays hidden without that, by its echo mode.
        Accessible.onPasswordEditChanged: Accessible.passwordEdit = false
        onEscaped: root.escaped()
        Keys.onReturnPressed: root.entered()
        Keys.onEnterPressed: root.entered()
        Keys.onPressed: event => event.accepted = event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut)
        Keys.onShortcutOverride: event => event.accepted = event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut)
    }
    QuietCheck {
        id: show

        anchors.right: parent.right
        anchors.verticalCenter: field.verticalCenter
        text: qsTr("Show")
        Accessible.description: root.name
    }
}
