import QtQuick
import Grounding

// What a page says between its controls, for who has one key: it goes on by most of a view, and passes over no line.
QtObject {
    id: root

    // The control that is read towards, from the top of its page on.
    property Item towards: null

    function scrollOf(item: Item): Scroll {
        let above = item;
        while (above && !(above instanceof Scroll))
            above = above.parent;
        return above as Scroll;
    }
    function scrollsIn(page: Item): var {
        const found = [];
        const waiting = [page];
        while (waiting.length > 0) {
            const item = waiting.shift();
            if (item instanceof Scroll && item.visible)
                found.push(item);
            else if (item?.visible)
                waiting.push(...item.children);
        }
        return found;
    }

    // Reads what comes before `item`, the `first` of its page or not; returns the page where there was something to read.
    function before(from: Item, item: Item, first: bool): Scroll {
        const left = scrollOf(from);
        const scroll = scrollOf(item);
        left?.read();
        scroll?.read();
        if (item !== towards) {
            if (left && (left !== scroll || first) && left.readOn())
                return left;
            towards = item;
            if (scroll && first && scroll.toTop() && scroll.topFor(item) > 0)
                return scroll;
        }
        return scroll && scroll.topFor(item) > scroll.readTo - Theme.target && scroll.readOn() ? scroll : null;
    }

    // Reads, at the end of a round, what nothing in it led to.
    function rest(page: Item): Scroll {
        return scrollsIn(page).find(each => each.readOn()) ?? null;
    }
}
