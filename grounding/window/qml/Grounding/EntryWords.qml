pragma ComponentBehavior: Bound

import QtQuick

// What a card of the journal says: the person's own words, each sensation, and when; read as one by the card's name.
Column {
    id: root

    required property var entry

    spacing: Theme.gap * 0.6

    Words {
        width: parent.width
        font.pixelSize: Theme.normal * 1.08
        text: root.entry.heading
        Accessible.ignored: true
    }
    Flow {
        width: parent.width
        spacing: Theme.gap * 0.4
        visible: root.entry.told.length > 0

        Repeater {
            model: root.entry.told

            Words {
                required property string modelData

                width: Math.min(Math.ceil(implicitWidth) + 1, root.width)
                rightPadding: Theme.gap * 1.6
                color: Theme.now.calm
                text: modelData
                Accessible.ignored: true
            }
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: root.entry.underneath
        Accessible.ignored: true
    }
    Words {
        width: parent.width
        font.pixelSize: Theme.small
        color: Theme.now.quiet
        text: root.entry.when
        Accessible.ignored: true
    }
}
