import QtQuick
import Grounding

// A button for a piece of work that takes its time: while it is under way, how far it is, and a way to leave it.
Column {
    id: root

    required property bool working
    required property real part
    required property string partName
    required property string name
    property bool possible: true
    property bool warm: true
    property bool asks: false

    signal asked
    signal cancelled

    // What the keyboard was on has gone.
    function reach(): void {
        (working ? cancel : warm ? ask : askQuietly).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gap
    onWorkingChanged: Qt.callLater(reach)
    onAsksChanged: if (!asks)
        Qt.callLater(reach)

    WarmButton {
        id: ask

        visible: !root.working && !root.asks && root.warm
        enabled: root.possible
        text: root.name
        onClicked: root.asked()
    }
    EdgedButton {
        id: askQuietly

        visible: !root.working && !root.asks && !root.warm
        enabled: root.possible
        text: root.name
        onClicked: root.asked()
    }
    EdgedButton {
        id: cancel

        visible: root.working
        text: qsTr("Cancel")
        onClicked: root.cancelled()
    }
    PartBar {
        width: parent.width
        visible: root.working
        value: root.part
        Accessible.name: root.partName.arg(Math.floor(100 * value))
    }
}
