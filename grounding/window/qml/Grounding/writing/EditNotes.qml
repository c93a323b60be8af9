pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// What could be gentler, beside the words it is about: to be read, or not.
Column {
    id: root

    required property var notes

    visible: notes.length > 0
    spacing: 2

    Repeater {
        model: root.notes

        Words {
            required property string modelData

            width: root.width
            leftPadding: Theme.gap + 4
            color: Theme.now.calm
            font.pixelSize: Theme.small
            text: modelData
        }
    }
}
