pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding
import Grounding.Models

// Rows of a long list, each as a button: the arrows go from one to the next, Tab goes to the one where one was.
ListView {
    id: root

    required property LongList rows

    readonly property real headHeight: headerItem?.height ?? 0
    property real headWas: 0
    property int wentOn: 0

    // Tells the rows what is seen of them, so that more of them come before an end is reached.
    function look(): void {
        const top = rowAt(contentY);
        const bottom = rowAt(contentY + height);
        const first = top < 0 && atYBeginning ? 0 : top;
        const last = bottom < 0 && atYEnd ? count - 1 : bottom;
        if (first >= 0 || last >= 0)
            rows.look(first < 0 ? last : first, last < 0 ? first : last);
    }
    function rowAt(y: real): int {
        const at = indexAt(0, y);
        return at < 0 ? indexAt(0, y + spacing + 1) : at;
    }

    // Puts the keyboard on a row, the one with this id if it is there.
    function enter(key: string): bool {
        const at = rows.place(key);
        if (at >= 0)
            currentIndex = at;
        if (!currentItem)
            return false;
        currentItem.forceActiveFocus(Qt.TabFocusReason);
        return true;
    }

    // Puts the keyboard on the next row, a few times, for who goes about with one key; then other things have their turn.
    function goOn(): bool {
        const end = currentIndex + 1 >= count;
        if (end || wentOn === 4) {
            wentOn = 0;
            return false;
        }
        wentOn++;
        currentIndex++;
        currentItem.forceActiveFocus(Qt.TabFocusReason);
        return true;
    }
    function reveal(item: Item): void {
        const top = item.mapToItem(contentItem, 0, 0).y;
        if (top < contentY)
            contentY = Math.max(originY, top - Theme.gap);
        else if (top + item.height > contentY + height)
            contentY = Math.min(top - Theme.gap, top + item.height + Theme.gap - height);
    }
    function turn(key: int): bool {
        const pages = {
            [Qt.Key_PageUp]: -1,
            [Qt.Key_PageDown]: 1
        };
        if (key === Qt.Key_Home) {
            rows.toNewest();
            currentIndex = 0;
            positionViewAtBeginning();
        } else if (key === Qt.Key_End) {
            currentIndex = count - 1;
        } else if (key in pages) {
            const row = Math.max(1, Math.floor(height / ((currentItem?.height ?? height) + spacing)));
            currentIndex = Math.max(0, Math.min(count - 1, currentIndex + pages[key] * row));
        } else {
            return false;
        }
        if (currentItem)
            reveal(currentItem);
        return true;
    }

    model: rows
    clip: true
    spacing: Theme.gap
    // What is made ahead, a bit at a time, is asked for in vain where other rows come in meanwhile.
    cacheBuffer: 0
    boundsBehavior: Flickable.StopAtBounds
    highlightFollowsCurrentItem: false
    ScrollBar.vertical: ScrollBar {
        policy: root.contentHeight > root.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
        focusPolicy: Qt.NoFocus
        Accessible.ignored: true
    }
    onHeadHeightChanged: {
        // What is above the rows grows upwards; while it is in view, its top stays where it is.
        if (contentY < 0)
            contentY -= headHeight - headWas;
        headWas = headHeight;
    }
    onContentYChanged: soon.start()
    onHeightChanged: soon.start()
    onCountChanged: {
        if (currentIndex < 0 && count > 0)
            currentIndex = 0;
        soon.start();
    }
    Keys.onPressed: event => {
        if (!(event.modifiers & ~Qt.KeypadModifier))
            event.accepted = turn(event.key);
    }

    Connections {
        target: root.rows

        function onModelReset(): void {
            root.currentIndex = root.count > 0 ? 0 : -1;
            root.positionViewAtBeginning();
            soon.start();
        }
        // Each change by itself: what comes in below while rows go above is else not counted to the end of the list.
        function onRowsInserted(): void {
            root.forceLayout();
        }
        function onRowsRemoved(): void {
            root.forceLayout();
        }
    }
    // Not `Qt.callLater`: that would call into a list that has gone meanwhile.
    Timer {
        id: soon

        interval: 0
        onTriggered: root.look()
    }
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            const item = root.Window.window ? root.Window.window.activeFocusItem : null;
            for (let above = item; above; above = above.parent)
                if (above === root.contentItem)
                    return root.reveal(item);
        }
    }
}
