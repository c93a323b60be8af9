pragma ComponentBehavior: Bound

import QtQuick

// Beside chest and eyes: what is for a doctor, said in place, and put away again.
Item {
    id: root

    property bool open: false
    property bool above: false

    implicitWidth: link.implicitWidth
    implicitHeight: link.height + (open && !above ? told.height + 4 : 0)
    onVisibleChanged: open = false

    QuietButton {
        id: link

        text: qsTr("New or strong pain?")
        dim: true
        Accessible.description: root.open ? words.text : ""
        onClicked: root.open = !root.open
    }
    Rectangle {
        id: told

        y: root.above ? -height - 4 : link.height + 4
        width: parent.width
        height: words.height + 2 * Theme.gap
        radius: 12
        color: Theme.now.card
        border.width: 1
        border.color: Theme.now.line
        visible: root.open

        Words {
            id: words

            x: Theme.gap
            y: Theme.gap
            width: parent.width - 2 * Theme.gap
            text: qsTr("New chest pain, trouble breathing, the worst headache or sudden loss of sight are for a doctor now, not for a practice.")
        }
    }
}
