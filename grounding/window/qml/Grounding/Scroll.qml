import QtQuick
import QtQuick.Controls.Basic

// A page that may be longer than the window; whatever the keyboard is on comes into view.
Flickable {
    id: root

    default property alias content: column.data
    property real spacing: Theme.gap
    property real widest: Theme.pageWidth
    property alias column: column

    // Room for the line around what the keyboard is on.
    readonly property real edge: 4

    // What the keyboard came to: a page is laid out only when it is drawn, so it is looked for again whenever the page
    // has grown or shrunk, until somebody scrolls.
    property Item held: null

    function reveal(item: Item): void {
        if (!item)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const bottom = top + item.height;
        held = item;
        if (top < contentY)
            contentY = Math.max(0, top - Theme.margin);
        else if (bottom > contentY + height)
            contentY = Math.min(Math.max(0, contentHeight - height), bottom - height + Theme.margin);
    }

    onContentHeightChanged: if (held && held.height < height)
        reveal(held)
    onMovementStarted: held = null
    contentWidth: width
    contentHeight: column.implicitHeight + Theme.margin
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {
        policy: root.contentHeight > root.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        focusPolicy: Qt.NoFocus
        onPressedChanged: root.held = null
        Accessible.ignored: true
    }

    Column {
        id: column

        x: root.edge
        y: root.edge
        width: Math.min(root.width - Theme.gap - root.edge, root.widest)
        spacing: root.spacing
    }
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            const item = root.Window.window ? root.Window.window.activeFocusItem : null;
            for (let above = item; above; above = above.parent)
                if (above === column)
                    return root.reveal(item);
        }
    }
}
