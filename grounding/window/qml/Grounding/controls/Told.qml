import QtQuick
import Grounding

// What came of what was asked, in a sentence that comes into view by itself.
Words {
    id: root

    // The page it stands in, where it may be out of view.
    property Scroll scroll: null

    function show(): void {
        if (visible && scroll)
            soon.run(() => scroll.reveal(root));
    }

    visible: text !== ""
    color: Theme.now.warm
    Accessible.role: Accessible.AlertMessage
    // The keyboard stays where it was, so that a screen reader would say nothing of it by itself.
    onTextChanged: now => {
        if (now !== "")
            Accessible.announce(now);
    }
    onVisibleChanged: show()
    onHeightChanged: show()

    Soon {
        id: soon
    }
    Connections {
        target: root.scroll

        function onContentHeightChanged(): void {
            root.show();
        }
    }
}
