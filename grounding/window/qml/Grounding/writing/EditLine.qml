import QtQuick
import Grounding
import Grounding.Models

// One line of a practice that may be written, its name above it and what is said of it below.
Column {
    id: root

    required property Editing editing
    required property string name
    required property string now
    property var notes: []
    property int most: 240

    signal written(text: string)
    signal escaped

    spacing: 4

    Words {
        width: parent.width
        color: Theme.now.quiet
        font.pixelSize: Theme.small
        Accessible.ignored: true
        text: root.name
    }
    WordField {
        id: field

        // What stands in the file comes into the field, but not under somebody's fingers.
        function follow(): void {
            if (text === root.now)
                return;
            const at = length > 0 ? cursorPosition : root.now.length;
            give(root.now);
            cursorPosition = Math.min(at, length);
        }

        readonly property string now: root.now

        width: parent.width
        name: root.name
        most: root.most
        onNowChanged: follow()
        onTyped: text => {
            if (text !== root.now)
                root.written(text);
        }
        onEscaped: root.escaped()
        Component.onCompleted: follow()
        Keys.priority: Keys.BeforeItem
        Keys.onPressed: event => {
            event.accepted = EditKeys.backOrOn(event, root.editing);
        }
        Keys.onReturnPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }
    EditNotes {
        width: parent.width
        notes: root.notes
    }
}
