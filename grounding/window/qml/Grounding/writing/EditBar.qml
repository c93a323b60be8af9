pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What is always in reach while a practice is written: the way out, back and on, how long it is, and what is asked.
Column {
    id: root

    required property Flow flow
    required property Editing editing

    property alias back: back

    spacing: Theme.gap / 2

    component Told: Words {
        width: root.width
        visible: text !== ""
        color: Theme.now.warm
        Accessible.role: Accessible.AlertMessage
        // The keyboard stays where it was, so that a screen reader would say nothing of it by itself.
        onTextChanged: now => {
            if (now !== "")
                Accessible.announce(now);
        }
    }

    Wrap {
        width: parent.width

        EdgedButton {
            id: back

            text: qsTr("Back")
            onClicked: root.flow.show("home")
        }
        QuietButton {
            id: undo

            text: qsTr("Undo")
            enabled: root.editing.mayUndo
            onClicked: {
                root.editing.undo();
                if (!enabled)
                    redo.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        QuietButton {
            id: redo

            text: qsTr("Redo")
            enabled: root.editing.mayRedo
            onClicked: {
                root.editing.redo();
                if (!enabled)
                    undo.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        Words {
            height: Math.max(Theme.target, implicitHeight)
            width: Math.min(implicitWidth, root.width)
            verticalAlignment: Text.AlignVCenter
            color: Theme.now.quiet
            text: root.editing.length
        }
    }
    Told {
        text: root.editing.said
    }
    Told {
        text: root.editing.conflict ? qsTr("Another program has changed this file meanwhile. Taken in or not, undo leads to the other; left as it is, yours becomes a practice by itself.") : ""
    }
    Wrap {
        width: parent.width
        visible: root.editing.conflict

        EdgedButton {
            text: qsTr("Take theirs in")
            onClicked: root.editing.takeTheirs()
        }
        EdgedButton {
            text: qsTr("Keep mine")
            onClicked: root.editing.keepMine()
        }
    }
}
