import QtQuick
import QtQuick.Templates as T
import Grounding.Models

// Where the keyboard goes by itself, and what a press does there: in the order of Tab, past what cannot be pressed.
Item {
    id: root

    required property OneKey oneKey
    required property Item page
    required property Letters letters

    // What the keyboard goes about on: the page, or the letters over it.
    readonly property Item ground: letters.panel ?? page
    readonly property bool writes: Window.activeFocusItem instanceof TextInput || Window.activeFocusItem instanceof TextEdit
    property var met: []
    // What the keyboard was on before a page that is read has led away from it.
    property Item before: null
    // Where what was pressed just now leads.
    property Item leads: null

    function mayBePressed(item: Item): bool {
        return item instanceof T.Slider || letters.takes(item) || item instanceof T.AbstractButton && !(item as QuietButton)?.leadsOut;
    }

    // The list that an item is a row of.
    function listOf(item: Item): EntryList {
        let above = item;
        while (above && !(above instanceof EntryList))
            above = above.parent;
        return above as EntryList;
    }
    function next(from: Item): Item {
        if (letters.panel)
            return letters.panel.after(from);
        const passed = [];
        let item = from;
        while (item && !passed.includes(item)) {
            passed.push(item);
            item = item.nextItemInFocusChain(true);
            if (mayBePressed(item))
                return item;
        }
        return null;
    }
    function step(): void {
        if (leads && Window.active) {
            goTo(leads, false);
            leads = null;
            return;
        }
        const on = Window.activeFocusItem;
        const from = on instanceof Scroll && before ? before : on;
        if (Window.active && listOf(from)?.goOn())
            return;
        const item = Window.active ? next(from) : null;
        const around = !item || met.includes(item);
        const read = Window.active ? readBefore(from, item, around) : null;
        if (read) {
            look(read, from);
            return;
        }
        if (around)
            reading.scrollsIn(ground).filter(each => !holds(each, next(each))).forEach(each => each.toTop());
        goTo(item, around);
    }
    function goTo(item: Item, around: bool): void {
        reading.towards = null;
        item?.forceActiveFocus(Qt.TabFocusReason);
        met = around ? [item] : [...met, item];
        oneKey.came(around);
    }
    function holds(scroll: Scroll, item: Item): bool {
        return item && reading.scrollOf(item) === scroll;
    }

    // Reads what stands before the next control, or, once around, what no control has led to.
    function readBefore(from: Item, item: Item, around: bool): Scroll {
        const scroll = reading.scrollOf(item);
        return reading.before(from, item, scroll && next(scroll) === item) ?? (around ? reading.rest(ground) : null);
    }
    // The keyboard does not stay on what has gone out of view: the key presses only what is seen.
    function look(scroll: Scroll, from: Item): void {
        if (!holds(scroll, from) || scroll.shows(from))
            return;
        before = from;
        scroll.forceActiveFocus(Qt.OtherFocusReason);
    }
    function leave(): void {
        letters.panel?.rest();
        leads = null;
        const item = Window.activeFocusItem;
        met = [];
        reading.towards = null;
        if (item && item !== ground)
            item.focus = false;
        ground.forceActiveFocus();
    }
    function press(): void {
        const button = Window.activeFocusItem as T.AbstractButton;
        if (Window.activeFocusItem instanceof T.Slider) {
            oneKey.slides();
        } else if (letters.takes(Window.activeFocusItem)) {
            met = [];
            letters.open(Window.activeFocusItem);
        } else if (button) {
            met = [];
            reading.towards = null;
            button.click();
            leads = (button as ShelfRow)?.leadsTo ?? null;
            oneKey.chose();
        } else {
            step();
        }
    }

    // One step up; from the top to the bottom.
    function slide(): void {
        const slider = Window.activeFocusItem as T.Slider;
        if (!slider)
            return;
        const top = slider.value >= slider.to;
        slider.value = top ? slider.from : Math.min(slider.to, slider.value + slider.stepSize);
        if (top)
            oneKey.came(true);
    }

    readonly property Reading reading: Reading {}

    onWritesChanged: oneKey.writes(writes)

    Connections {
        target: root.oneKey

        function onBegun(): void {
            root.leave();
            root.step();
        }
        function onStepped(): void {
            root.step();
        }
        function onPressed(): void {
            root.press();
        }
        function onSlid(): void {
            root.slide();
        }
        function onRested(): void {
            root.leave();
        }
    }
}
