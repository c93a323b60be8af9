import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A page that may be longer than the window; whatever the keyboard is on comes into view.
Flickable {
    id: root

    default property alias content: column.data
    property real spacing: Theme.gap
    property real widest: Theme.pageWidth
    property alias column: column

    // Room for the line around what the keyboard is on.
    readonly property real edge: 4

    // What came into view last: a page is laid out only when it is drawn, so it is looked for again whenever the page or
    // its view has grown or shrunk, until somebody scrolls.
    property Item held: null
    property bool alone: false

    // How far down it has been read with one key, once somebody has begun to.
    property real readTo: -1

    function reveal(item: Item): void {
        if (!item)
            return;
        held = item;
        alone = false;
        bring(item);
    }
    // Has something new come into view, as soon as it has found its place.
    function hold(item: Item): void {
        held = item;
        alone = false;
    }
    // Into view, with what the keyboard is on where there is room for both.
    function bring(item: Item): void {
        let top = item.mapToItem(contentItem, 0, 0).y;
        let bottom = top + item.height;
        const focused = focusedWithin();
        if (focused && focused !== item) {
            const above = Math.min(top, focused.mapToItem(contentItem, 0, 0).y);
            const below = Math.max(bottom, focused.mapToItem(contentItem, 0, focused.height).y);
            if (below - above <= height) {
                top = above;
                bottom = below;
            }
        }
        bringLines(top, bottom);
    }
    function bringLines(top: real, bottom: real): void {
        const spare = height - (bottom - top);
        const beyond = spare < 0 ? Theme.margin : Math.min(Theme.margin, spare / 2);
        if (top < contentY)
            contentY = Math.max(0, top - beyond);
        else if (bottom > contentY + height)
            contentY = Math.min(Math.max(0, contentHeight - height), bottom - height + beyond);
    }
    // Now, and once what is in it has found its place too.
    function keep(): void {
        look();
        soon.run(look);
    }
    function look(): void {
        const item = held && held.height < height ? held : focusedWithin();
        if (!alone && item && item.height < height)
            bring(item);
    }
    function leave(): void {
        held = null;
        alone = true;
    }
    function moveBy(pixels: real): void {
        leave();
        contentY = Math.max(0, Math.min(contentHeight - height, contentY + pixels));
    }

    // What is seen now is read, where no line above it was passed over.
    function read(): void {
        if (readTo < 0 || contentY <= readTo)
            readTo = Math.max(readTo, contentY + height);
    }
    // Goes on by most of a view, if there is more to read.
    function readOn(): bool {
        read();
        if (height < 1 || readTo > contentHeight - 1)
            return false;
        moveBy(readTo - height / 5 - contentY);
        readTo = contentY + height;
        return true;
    }
    // Begins anew; returns whether that was elsewhere.
    function toTop(): bool {
        const elsewhere = contentY > 0;
        moveBy(-contentY);
        readTo = height;
        return elsewhere;
    }
    // Where the view has to begin, at least, for an item to be in it.
    function topFor(item: Item): real {
        const bottom = item.mapToItem(contentItem, 0, item.height).y;
        return Math.min(contentHeight, bottom + Theme.margin) - height;
    }
    function shows(item: Item): bool {
        const top = item.mapToItem(contentItem, 0, 0).y;
        return top >= contentY && top + item.height <= contentY + height;
    }
    function focusedWithin(): Item {
        const item = Window.window ? Window.window.activeFocusItem : null;
        for (let above = item; above; above = above.parent)
            if (above === column)
                return item;
        return null;
    }

    onContentHeightChanged: keep()
    onHeightChanged: keep()
    onMovementStarted: leave()
    contentWidth: width
    contentHeight: column.implicitHeight + Theme.margin
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {
        policy: root.contentHeight > root.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        focusPolicy: Qt.NoFocus
        onPressedChanged: root.leave()
        Accessible.ignored: true
    }

    Soon {
        id: soon
    }
    Column {
        id: column

        x: root.edge
        y: root.edge
        width: Math.min(root.width - Theme.gap - root.edge, root.widest)
        spacing: root.spacing
        onPositioningComplete: root.keep()
    }
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            root.reveal(root.focusedWithin());
        }
    }
}
