import QtQuick
import Grounding
import Grounding.Models

// Whether a practice that somebody gives comes onto the shelf, and what becomes of one that has its id.
Column {
    id: root

    required property Receiving receiving

    readonly property Item first: receiving.meets === "" || receiving.meets === "same" ? take : both

    signal refused

    spacing: Theme.gap

    Words {
        width: parent.width
        visible: text !== ""
        color: Theme.now.warm
        text: {
            switch (root.receiving.meets) {
            case "same":
                return qsTr("It stands on your shelf already, word for word.");
            case "own":
                return qsTr("A practice of yours, “%1”, goes by the same short name. Both can stay. Or this one takes its place, which you can undo.").arg(root.receiving.met);
            case "shipped":
                return qsTr("“%1”, which comes with Grounding, goes by the same short name. Both can stay.").arg(root.receiving.met);
            default:
                return "";
            }
        }
    }
    Wrap {
        flush: true
        width: parent.width
        enabled: !root.receiving.working

        WarmButton {
            id: take

            visible: root.receiving.meets === "" || root.receiving.meets === "same"
            text: root.receiving.meets === "same" ? qsTr("Show it there") : qsTr("Put it on the shelf")
            onClicked: root.receiving.take()
        }
        WarmButton {
            id: both

            visible: !take.visible
            text: qsTr("Keep both")
            onClicked: root.receiving.keepBoth()
        }
        EdgedButton {
            visible: root.receiving.meets === "own"
            text: qsTr("Put it in the place of mine")
            onClicked: root.receiving.replace()
        }
        EdgedButton {
            text: qsTr("Leave it")
            onClicked: root.refused()
        }
    }
}
