import QtQuick

// What came of what was asked, in a sentence that comes into view by itself.
Words {
    id: root

    required property Scroll scroll

    visible: text !== ""
    color: Theme.now.warm
    Accessible.role: Accessible.AlertMessage
    onVisibleChanged: if (visible)
        Qt.callLater(root.scroll.reveal, root)
    onHeightChanged: if (visible)
        Qt.callLater(root.scroll.reveal, root)
}
