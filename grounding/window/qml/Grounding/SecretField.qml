import QtQuick

// A passphrase: unseen unless it is asked for, and nothing of it goes to a clipboard.
FocusScope {
    id: root

    required property string name
    property alias text: field.text
    property alias description: field.placeholderText
    property bool waits: false

    signal entered
    signal escaped

    function clear(): void {
        field.clear();
        show.checked = false;
    }

    implicitWidth: Theme.unit * 26
    implicitHeight: Math.max(field.implicitHeight, show.implicitHeight)

    WordField {
        id: field

        anchors.left: parent.left
        anchors.right: show.left
        anchors.verticalCenter: parent.verticalCenter
        focus: true
        name: root.name
        readOnly: root.waits
        maximumLength: 1000
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
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Show")
        Accessible.description: root.name
    }
}
