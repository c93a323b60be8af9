pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Letters to write with one key: the rows of them, or the letters of the row that was chosen.
FocusScope {
    id: root

    required property Item within
    required property Alphabet alphabet
    required property Flow flow
    required property string about
    required property bool numbers

    signal wrote(letter: string)
    signal tookBack
    signal closed

    property bool capital: false
    property bool deleted: false
    property var chosen: []

    // What is wanted often stands behind the first two rows: so it is near, and they are nearer.
    readonly property var keys: {
        const rows = (numbers ? alphabet.numbers() : alphabet.letters(capital)).map(rowKey);
        const often = [key(qsTr("Delete"), takeBack), key(qsTr("Done"), closed)];
        const room = key(qsTr("Back to the room"), flow.backToRoom, qsTr("leaves the letters"));
        if (numbers)
            return [...rows, ...often, room];
        const other = key(capital ? qsTr("Small letters") : qsTr("Capital"), change);
        return [...rows.slice(0, 2), key(qsTr("Space"), () => write(" ")), ...often, ...rows.slice(2), ...alphabet.signs().map(rowKey), other, room];
    }

    function key(text: string, press: var, about = ""): var {
        return {
            text,
            press,
            about
        };
    }
    function rowKey(row: var): var {
        return key(row.join(" "), () => choose(row));
    }
    function choose(row: var): void {
        chosen = row;
        reach(letters);
    }
    function rest(): void {
        deleted = false;
        chosen = [];
    }
    function toRows(): void {
        rest();
        reach(rows);
    }
    function reach(keys: LetterKeys): void {
        keys.first().forceActiveFocus(Qt.TabFocusReason);
    }
    function write(letter: string): void {
        capital = false;
        toRows();
        wrote(letter);
    }
    function takeBack(): void {
        deleted = true;
        tookBack();
    }
    function change(): void {
        capital = !capital;
        toRows();
    }

    // Where the keyboard goes by itself: once a letter is taken back, writing goes on.
    function after(item: Item): Item {
        const first = deleted ? rows.first() : null;
        deleted = false;
        return first ?? next(item, true);
    }
    // The keyboard stays here: what lies behind would not be seen to have it.
    function next(from: Item, forward: bool): Item {
        let item = from.nextItemInFocusChain(forward);
        while (item !== from && !lies(item))
            item = item.nextItemInFocusChain(forward);
        return item;
    }
    function lies(item: Item): bool {
        let above = item.parent;
        while (above && above !== root)
            above = above.parent;
        return above === root;
    }
    function tab(forward: bool): void {
        deleted = false;
        next(Window.activeFocusItem, forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    objectName: "letters"
    x: Theme.gap
    y: within.height - height - Theme.gap
    width: within.width - 2 * Theme.gap
    height: Math.min(scroll.contentHeight + 2 * Theme.gap, within.height - 3 * Theme.target)
    Component.onCompleted: toRows()
    // Who types meanwhile writes in the same field.
    Keys.onPressed: event => {
        const letter = event.text > " " && event.text !== "\x7f" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier));
        if (letter)
            wrote(event.text);
        else if (event.key === Qt.Key_Backspace)
            tookBack();
        event.accepted = letter || event.key === Qt.Key_Backspace;
    }

    Rectangle {
        anchors.fill: parent
        radius: 16
        color: Theme.now.card
        border.width: 1
        border.color: Theme.now.line
    }
    // What lies behind is not pressed through it.
    TapHandler {}
    Scroll {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.rightMargin: 0
        contentHeight: rows.implicitHeight + 2 * edge
        widest: width
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Letters")
        Accessible.description: root.about

        LetterKeys {
            id: rows

            width: parent.width
            visible: root.chosen.length === 0
            keys: root.keys
            onTabbed: forward => root.tab(forward)
        }
        LetterKeys {
            id: letters

            width: parent.width
            visible: root.chosen.length > 0
            keys: [...root.chosen.map(letter => root.key(letter, () => root.write(letter))), root.key(qsTr("Other letters"), root.toRows)]
            onTabbed: forward => root.tab(forward)
        }
    }
}
