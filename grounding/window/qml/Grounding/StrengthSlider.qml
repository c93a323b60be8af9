import QtQuick
import QtQuick.Controls.Basic

// How strong it is, 0 to 10; before it is moved it stands at -1, "not set".
Slider {
    id: root

    required property string name

    readonly property bool said: value >= 0

    from: -1
    to: 10
    stepSize: 1
    snapMode: Slider.SnapAlways
    implicitWidth: 320
    implicitHeight: Theme.target
    focusPolicy: Qt.StrongFocus
    Accessible.name: name
    Accessible.description: said ? qsTr("%1 of 10").arg(value) : qsTr("not set")

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + root.availableHeight / 2 - height / 2
        width: root.availableWidth
        height: 4
        radius: 2
        color: Theme.now.line
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + root.availableHeight / 2 - height / 2
        width: 26
        height: 26
        radius: 13
        color: root.said ? Theme.now.warm : Theme.now.chip
        border.width: 2
        border.color: root.said ? Theme.now.warm : Theme.now.line

        FocusRing {
            control: root
        }
    }

    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9) {
            value = event.key - Qt.Key_0;
            event.accepted = true;
        }
    }
}
