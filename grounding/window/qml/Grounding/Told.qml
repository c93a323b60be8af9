import QtQuick

// What came of what was asked, in a sentence that comes into view by itself.
Words {
    id: root

    required property Scroll scroll

    function show(): void {
        if (visible)
            Qt.callLater(scroll.reveal, root);
    }

    visible: text !== ""
    color: Theme.now.warm
    Accessible.role: Accessible.AlertMessage
    onVisibleChanged: show()
    onHeightChanged: show()

    Connections {
        target: root.scroll

        function onContentHeightChanged(): void {
            root.show();
        }
    }
}
