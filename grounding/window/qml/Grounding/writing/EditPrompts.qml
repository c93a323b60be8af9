pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The words of a step or of a place, one prompt after the other.
Column {
    id: root

    required property Editing editing
    required property PromptEditing promptEditing
    required property Flow flow
    required property bool shown

    readonly property var prompts: shown ? promptEditing.rows : []

    signal escaped

    function promptAt(number: int): EditPrompt {
        return rows.itemAt(number) as EditPrompt;
    }
    function reach(number: int): void {
        soon.run(() => {
            const prompt = promptAt(number) ?? promptAt(number - 1);
            if (prompt)
                prompt.reach();
            else
                another.forceActiveFocus(Qt.TabFocusReason);
        });
    }

    spacing: Theme.gap

    Soon {
        id: soon
    }
    Repeater {
        id: rows

        model: root.prompts.length

        EditPrompt {
            required property int index

            width: root.width
            number: index
            last: index === root.prompts.length - 1
            told: root.prompts[index] ?? ({})
            editing: root.editing
            promptEditing: root.promptEditing
            flow: root.flow
            onEscaped: root.escaped()
            onMovedBy: by => {
                const to = index + by;
                if (root.promptEditing.move(index, to))
                    root.reach(to);
            }
            onGone: {
                const number = index;
                root.promptEditing.remove(number);
                root.reach(number);
            }
        }
    }
    Wrap {
        width: parent.width
        visible: root.promptEditing.mayAdd

        EdgedButton {
            id: another

            text: qsTr("Another prompt")
            onClicked: {
                const number = root.promptEditing.add();
                if (number >= 0)
                    root.reach(number);
            }
        }
    }
}
