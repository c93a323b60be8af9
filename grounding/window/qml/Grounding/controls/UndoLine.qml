import QtQuick
import Grounding

// What was done just now, and the way to take it back; it has the keyboard when it comes.
Wrap {
    id: root

    required property string text

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
            if (visible)
                forceActiveFocus();
            else if (activeFocus)
                root.over();
        }
        onClicked: root.undone()
    }
}
