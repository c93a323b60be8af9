import QtQuick
import Grounding.Models

// Where a check-in leads: on, past it, or to less.
Wrap {
    id: root

    required property Flow way
    required property string onward

    function reach(): void {
        on.forceActiveFocus(Qt.TabFocusReason);
    }

    WarmButton {
        id: on

        text: root.onward
        onClicked: root.way.stayWithIt()
    }
    QuietButton {
        text: qsTr("Not now")
        onClicked: root.way.notNow()
    }
    QuietButton {
        text: qsTr("Too much")
        onClicked: root.way.tooMuch()
    }
}
