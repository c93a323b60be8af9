import QtQuick
import QtQuick.Controls.Basic
import Grounding

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

    background: SliderGroove {
        slider: root
    }
    handle: SliderHandle {
        slider: root
        filled: root.said
    }

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            value = event.key - Qt.Key_0;
        else if (event.key === Qt.Key_Home)
            value = 0;
        else if (event.key === Qt.Key_End)
            value = to;
        else
            event.accepted = false;
    }
}
