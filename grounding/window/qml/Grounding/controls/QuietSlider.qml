import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A named amount: its words above, what it stands at beside them.
Item {
    id: root

    required property string text
    required property string said
    required property real start
    property alias value: slider.value
    property alias from: slider.from
    property alias to: slider.to
    property alias stepSize: slider.stepSize

    signal chosen

    implicitHeight: label.implicitHeight + slider.implicitHeight

    Words {
        id: label

        width: parent.width
        Accessible.ignored: true
        text: qsTr("%1: %2").arg(root.text).arg(root.said)
    }
    Slider {
        id: slider

        property bool ready: false

        anchors.top: label.bottom
        width: Math.min(root.width, 340)
        implicitHeight: Theme.target
        snapMode: Slider.SnapAlways
        focusPolicy: Qt.StrongFocus
        Accessible.name: root.text
        Accessible.description: root.said

        background: SliderGroove {
            slider: slider
        }
        handle: SliderHandle {
            slider: slider
            filled: true
        }

        Component.onCompleted: {
            value = root.start;
            ready = true;
        }
        // A screen reader sets the value and moves nothing.
        onValueChanged: if (ready)
            root.chosen()

        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End;
            if (event.accepted)
                value = event.key === Qt.Key_Home ? from : to;
        }
    }
}
