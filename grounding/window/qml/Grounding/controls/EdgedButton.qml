import QtQuick
import Grounding

// A choice in words with a line around it, where words alone would not be seen as one.
QuietButton {
    id: root

    leftPadding: Theme.gap + 4
    rightPadding: Theme.gap + 4
    background: ChipShape {
        control: root
        fill: Theme.now.chip
    }
}
