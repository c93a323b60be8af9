pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// What a card of the journal says: the person's own words, each sensation, and when; read as one by the card's name.
Column {
    id: root

    required property var entry
    required property string bring

    // Finds its height at once: what found it only as it is drawn would push a list about.
    function settle(): void {
        told.forceLayout();
        about.forceLayout();
        forceLayout();
    }

    spacing: Theme.gap * 0.6
    onWidthChanged: settle()
    Component.onCompleted: settle()

    // The words of a card, as many as there is room for: opened, it has them all.
    component Some: Words {
        elide: Text.ElideRight
        maximumLineCount: 4
        Accessible.ignored: true
    }

    Some {
        width: parent.width
        font.pixelSize: Theme.normal * 1.08
        text: root.entry.heading
    }
    Flow {
        id: told

        width: parent.width
        spacing: Theme.gap * 0.4
        visible: root.entry.told.length > 0

        Repeater {
            model: root.entry.told

            Some {
                required property string modelData

                width: Math.min(Math.ceil(implicitWidth) + 1, root.width)
                rightPadding: Theme.gap * 1.6
                color: Theme.now.calm
                text: modelData
            }
        }
    }
    Some {
        width: parent.width
        visible: text !== ""
        text: root.entry.underneath
    }
    Flow {
        id: about

        width: parent.width
        spacing: Theme.gap

        Some {
            width: Math.min(Math.ceil(implicitWidth) + 1, root.width)
            font.pixelSize: Theme.small
            color: Theme.now.quiet
            text: root.entry.when
        }
        Some {
            visible: text !== ""
            font.pixelSize: Theme.small
            color: Theme.now.warm
            text: root.bring
        }
    }
}
