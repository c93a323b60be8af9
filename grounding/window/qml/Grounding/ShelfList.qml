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

    spacing: Theme.gap

    Repeater {
        model: root.shelf.unread.slice(0, 1)

        Unread {}
    }
    Column {
        width: parent.width
        spacing: 6

        Repeater {
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
