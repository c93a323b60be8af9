import QtQuick
import Grounding
import Grounding.Models

// What a practice that somebody gives says of itself.
Column {
    id: root

    required property Receiving receiving

    spacing: Theme.gap / 2

    Words {
        width: parent.width
        text: root.receiving.summary
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: [root.receiving.length, root.receiving.language].filter(each => each !== "").join(" · ")
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: root.receiving.giver !== "" ? qsTr("It says it is from: %1").arg(root.receiving.giver) : qsTr("It does not say who it is from.")
    }
    Words {
        width: parent.width
        visible: root.receiving.spoken
        color: Theme.now.quiet
        text: qsTr("Some of it is spoken by a recorded voice.")
    }
}
