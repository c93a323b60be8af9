import QtQuick
import Grounding

// What was done, and the way to take it back; it has the keyboard when it comes.
Wrap {
    id: root

    required property string text

    // Not where it may have come before the page: what is pressed there was then meant for the page.
    property bool reaches: true

    signal undone
    signal over

    function reach(): void {
        button.forceActiveFocus();
    }

    Words {
        height: Theme.target
        verticalAlignment: Text.AlignVCenter
        text: root.text
    }
    EdgedButton {
        id: button

        text: qsTr("Undo")
        Accessible.description: root.text
        onVisibleChanged: {
            if (visible && root.reaches)
                forceActiveFocus();
            else if (!visible && activeFocus)
                root.over();
        }
        onClicked: root.undone()
    }
}
