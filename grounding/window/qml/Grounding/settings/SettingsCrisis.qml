import QtQuick
import Grounding
import Grounding.Models

// Whom to turn to, in the person's or therapist's own words.
Section {
    id: root

    required property Room room

    title: qsTr("Crisis text")

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Names, numbers, a sentence that helps: yours, or from your therapist. It is shown on Back to the room. It is kept sealed on this computer and never sent anywhere.")
    }
    NoteField {
        width: parent.width
        name: qsTr("Crisis text")
        now: root.room.crisis
        onTyped: text => {
            if (text !== root.room.crisis)
                root.room.typeCrisis(text);
        }
        onEscaped: parent.forceActiveFocus()
    }
}
