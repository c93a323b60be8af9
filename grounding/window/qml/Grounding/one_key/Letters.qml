pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A field that is written in with one key: its letters come to the lower edge, and the page goes up from under them.
Item {
    id: root

    required property Alphabet alphabet
    required property Flow flow
    required property Item paper

    // A WordField or a NoteField.
    property var field: null
    // How far the page goes up, so that what is written is seen above the letters.
    property real lifted: 0
    readonly property LettersPanel panel: loader.item as LettersPanel

    signal opened

    function takes(item: Item): bool {
        return (item as WordField)?.readOnly === false || (item as NoteField)?.readOnly === false;
    }
    function open(wanted: Item): void {
        close();
        field = wanted;
        field.written = true;
        if (field.selectionStart === field.selectionEnd)
            field.cursorPosition = field.length;
        loader.active = true;
        field.cursorVisible = true;
        opened();
        soon.run(look);
    }
    // What is written stays, and the keyboard goes back to it.
    function close(): void {
        const left = field;
        const within = panel?.activeFocus ?? false;
        field = null;
        loader.active = false;
        lifted = 0;
        if (!left)
            return;
        left.written = false;
        left.cursorVisible = left.activeFocus;
        if (within && left.visible)
            left.forceActiveFocus(Qt.TabFocusReason);
    }
    function write(letter: string): void {
        field.remove(field.selectionStart, field.selectionEnd);
        field.insert(field.cursorPosition, letter);
    }
    function takeBack(): void {
        const at = field.cursorPosition;
        if (field.selectionStart < field.selectionEnd)
            field.remove(field.selectionStart, field.selectionEnd);
        else
            field.remove(alphabet.beginningOfLast(field.text.slice(0, at)), at);
    }

    // The whole field comes into view, or where it is too high the line that is written on.
    function look(): void {
        if (!field || !panel)
            return;
        const room = panel.y - Theme.gap;
        const line = field.cursorRectangle;
        const scroll = scrollOf(field);
        if (scroll && field.height >= scroll.height) {
            const top = field.mapToItem(scroll.contentItem, 0, line.y).y;
            scroll.bringLines(top, top + line.height);
        }
        const end = field.height <= room ? field.height : line.y + line.height + Theme.gap;
        lifted = Math.max(0, field.mapToItem(paper, 0, end).y - room);
    }
    function scrollOf(item: Item): Scroll {
        let above = item.parent;
        while (above && !(above instanceof Scroll))
            above = above.parent;
        return above as Scroll;
    }

    onFieldChanged: if (!field)
        close()
    Component.onDestruction: close()
    onWidthChanged: soon.run(look)
    onHeightChanged: soon.run(look)

    Soon {
        id: soon
    }
    Connections {
        target: root.field

        function onVisibleChanged(): void {
            root.close();
        }
        function onHeightChanged(): void {
            soon.run(root.look);
        }
        function onCursorRectangleChanged(): void {
            soon.run(root.look);
        }
    }
    Loader {
        id: loader

        active: false
        sourceComponent: LettersPanel {
            within: root
            alphabet: root.alphabet
            flow: root.flow
            about: root.field.Accessible.name
            numbers: (root.field.inputMethodHints & Qt.ImhFormattedNumbersOnly) !== 0
            onWrote: letter => root.write(letter)
            onTookBack: root.takeBack()
            onClosed: root.close()
            onYChanged: soon.run(root.look)
        }
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: loader.active
        onActivated: root.close()
    }
}
