import QtQuick
import Grounding
import Grounding.Models

// What becomes of what is said.
Section {
    id: root

    required property Preferences preferences

    title: qsTr("What is kept")

    Column {
        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        WideChoice {
            width: parent.width
            text: qsTr("Ask each time")
            meaning: qsTr("After a practice, one quiet line asks whether to keep what you said.")
            checked: root.preferences.keep === "ask"
            onClicked: root.preferences.chooseKeep("ask")
        }
        WideChoice {
            width: parent.width
            text: qsTr("Keep")
            meaning: qsTr("What you say goes into the journal on this computer, without being asked.")
            checked: root.preferences.keep === "keep"
            onClicked: root.preferences.chooseKeep("keep")
        }
        WideChoice {
            width: parent.width
            text: qsTr("Never keep")
            meaning: qsTr("What you say is gone when the practice ends, and nothing of it is left on the disk.")
            checked: root.preferences.keep === "never"
            onClicked: root.preferences.chooseKeep("never")
        }
    }
}
