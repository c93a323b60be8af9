import QtQuick
import Grounding
import Grounding.Models

// Where a check-in leads: on, past it, or to less.
Wrap {
    id: root
    flush: true

    required property LessOffer lessOffer
    required property string onward

    function reach(): void {
        on.forceActiveFocus(Qt.TabFocusReason);
    }

    WarmButton {
        id: on

        text: root.onward
        onClicked: root.lessOffer.stayWithIt()
    }
    QuietButton {
        text: qsTr("Not now")
        onClicked: root.lessOffer.notNow()
    }
    QuietButton {
        text: qsTr("Too much")
        onClicked: root.lessOffer.tooMuch()
    }
}
