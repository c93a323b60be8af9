import QtQuick

// A key, and what it does.
Item {
    id: root

    required property string keys
    required property string does

    implicitHeight: Math.max(key.implicitHeight, what.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(keys).arg(does)

    PlainText {
        id: key

        width: root.width * 0.28
        wrapMode: Text.Wrap
        text: root.keys
        font.pixelSize: Theme.normal
        color: Theme.now.text
        Accessible.ignored: true
    }
    PlainText {
        id: what

        anchors.right: parent.right
        width: root.width * 0.7
        wrapMode: Text.Wrap
        text: root.does
        font.pixelSize: Theme.normal
        color: Theme.now.quiet
        Accessible.ignored: true
    }
}
