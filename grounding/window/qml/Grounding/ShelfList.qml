pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// The practices to choose from. A file that could not be read is said above them, where it is seen; more of them below.
Column {
    id: root

    required property ShelfModel shelf
    required property Flow flow

    component Unread: Words {
        required property string modelData

        width: root.width
        color: Theme.now.quiet
        text: modelData
    }

    // A copy stands at the end of the shelf: it comes into view with the keyboard.
    function reachChosen(): void {
        shelved.forceLayout();
        for (let place = 0; place < rows.count; place++) {
            const row = rows.itemAt(place) as ShelfRow;
            if (row && row.checked)
                row.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    spacing: Theme.gap

    Repeater {
        model: root.shelf.unread.slice(0, 1)

        Unread {}
    }
    Connections {
        target: root.flow

        function onCopied(): void {
            Qt.callLater(root.reachChosen);
        }
    }
    Column {
        id: shelved

        width: parent.width
        spacing: 6

        Repeater {
            id: rows

            model: root.shelf.practices

            ShelfRow {
                required property var modelData

                width: root.width
                text: modelData.title
                summary: modelData.summary
                length: modelData.length
                checked: root.shelf.chosen === modelData.id
                onClicked: root.shelf.choose(modelData.id)
                onBegun: root.flow.begin()
            }
        }
    }
    Repeater {
        model: root.shelf.unread.slice(1)

        Unread {}
    }
}
