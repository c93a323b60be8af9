import QtQuick
import Grounding
import Grounding.Models

// Deleting everything: first what will go, then the question.
Section {
    id: root

    required property Flow flow

    property bool asking: false

    // The buttons find their places before the keyboard goes there, so that they come into view.
    function lookFor(button: Item): void {
        forceLayout();
        (parent as Column)?.forceLayout();
        button.forceActiveFocus();
    }

    title: qsTr("Delete everything")

    EdgedButton {
        id: ask

        visible: !root.asking
        text: qsTr("Delete everything")
        onClicked: {
            root.asking = true;
            root.lookFor(no);
        }
    }
    Words {
        width: parent.width
        visible: root.asking
        text: qsTr("This deletes the journal with all its backups and whatever was set aside, words not yet kept, the settings, the crisis text, your own practices and breaths, and the log. It is for good: nothing can bring them back. Only what you have saved elsewhere stays there: backups, files and pages.")
    }
    Wrap {
        width: parent.width
        visible: root.asking

        EdgedButton {
            id: no

            text: qsTr("No, keep it")
            onClicked: {
                root.asking = false;
                root.lookFor(ask);
            }
        }
        EdgedButton {
            text: qsTr("Yes, delete everything")
            onClicked: root.flow.eraseEverything()
        }
    }
}
