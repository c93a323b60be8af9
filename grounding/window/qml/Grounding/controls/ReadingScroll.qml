import QtQuick
import Grounding

// A page to read: the arrows and the page keys move it where no control wants them.
Scroll {
    id: root

    anchors.leftMargin: -4
    column.x: 4
    column.topPadding: 4

    Keys.onUpPressed: moveBy(-Theme.target)
    Keys.onDownPressed: moveBy(Theme.target)
    Keys.onPressed: event => {
        const pages = {
            [Qt.Key_PageUp]: -0.9,
            [Qt.Key_PageDown]: 0.9,
            [Qt.Key_Home]: -Infinity,
            [Qt.Key_End]: Infinity
        };
        if (event.key in pages && !event.modifiers) {
            moveBy(pages[event.key] * height);
            event.accepted = true;
        }
    }
}
