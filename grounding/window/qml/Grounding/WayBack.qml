import QtQuick
import QtQuick.Templates as T

// Where the keyboard was on a page when it led to another one: there it is again when one comes back.
QtObject {
    id: root

    // What it was on: its words, how many before it have the same, and which one of all it was.
    property string text: ""
    property int same: -1
    property int place: -1

    // All that Tab comes to on a page, in its order.
    function stopsOf(page: Item): list<Item> {
        const stops = [];
        let item = page.nextItemInFocusChain(true);
        while (item && isWithin(item, page) && !stops.includes(item)) {
            stops.push(item);
            item = item.nextItemInFocusChain(true);
        }
        return stops;
    }
    function isWithin(item: Item, page: Item): bool {
        let above = item;
        while (above && above !== page)
            above = above.parent;
        return above !== null;
    }
    function textOf(item: Item): string {
        return (item as T.AbstractButton)?.text ?? "";
    }
    function remember(page: Item, focused: Item): void {
        const stops = stopsOf(page);
        place = stops.indexOf(focused);
        text = textOf(focused);
        same = stops.slice(0, Math.max(0, place)).filter(each => textOf(each) === text).length;
    }
    function comeBack(page: Item): void {
        if (place < 0)
            return;
        const stops = stopsOf(page);
        const likely = text === "" ? null : stops.filter(each => textOf(each) === text)[same];
        (likely ?? stops[Math.min(place, stops.length - 1)])?.forceActiveFocus(Qt.TabFocusReason);
        place = -1;
    }
}
