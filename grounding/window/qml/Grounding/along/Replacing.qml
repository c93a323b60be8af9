import QtQuick
import Grounding
import Grounding.Models

// A file is there already: the question, and the answers, the safer one first.
Column {
    id: root

    required property Destination file

    // What has come finds its place before the keyboard goes there.
    function reach(): void {
        answers.forceLayout();
        forceLayout();
        (parent as Column)?.forceLayout();
        no.forceActiveFocus(Qt.TabFocusReason);
    }

    visible: file.asks
    spacing: Theme.gap
    onVisibleChanged: if (visible)
        Qt.callLater(reach)

    Outcome {
        width: parent.width
        text: root.visible ? qsTr("There is a file of this name. Replace it?") : ""
    }
    Wrap {
        id: answers

        width: parent.width

        EdgedButton {
            id: no

            text: qsTr("No, keep it")
            onClicked: root.file.keepThere()
        }
        EdgedButton {
            text: qsTr("Yes, replace it")
            onClicked: root.file.replace()
        }
    }
}
