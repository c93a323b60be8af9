import QtQuick
import Grounding

// One part of a page, under a heading.
Column {
    id: root

    required property string title

    width: parent.width
    spacing: Theme.gap

    Heading {
        width: parent.width
        topPadding: Theme.gap
        font.pixelSize: Theme.large
        text: root.title
    }
}
