import QtQuick
import Grounding

// One page of the window: it holds the keyboard where no control does, and knows what the bare keys are for.
FocusScope {
    id: root

    property Item firstFocus: null
    property bool hears: false
    // Whether words are asked for here: then a letter begins to write in the next field, until Esc has left the fields.
    property bool writes: false
    property bool aside: false
    readonly property bool inField: Window.activeFocusItem instanceof TextInput || Window.activeFocusItem instanceof TextEdit

    signal spaced
    signal entered
    signal escaped
    signal lefted
    signal righted
    signal sounded
    signal wordBegun

    function bareKey(key: int): bool {
        switch (key) {
        case Qt.Key_Space:
            spaced();
            return true;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            entered();
            return true;
        case Qt.Key_Escape:
            escaped();
            return true;
        case Qt.Key_Left:
            if (!inField)
                lefted();
            return true;
        case Qt.Key_Right:
            if (!inField)
                righted();
            return true;
        case Qt.Key_M:
            if (hears)
                sounded();
            return hears;
        }
        return false;
    }

    // Writes a letter, typed where no field is, into the next field from there, if there is one.
    function write(letter: string): bool {
        wordBegun();
        const met = [];
        let item = Window.activeFocusItem.nextItemInFocusChain(true);
        while (!met.includes(item)) {
            const line = item as WordField;
            const lines = item as NoteField;
            if (line || lines) {
                item.forceActiveFocus(Qt.OtherFocusReason);
                line?.begin(letter);
                lines?.begin(letter);
                return true;
            }
            met.push(item);
            item = item.nextItemInFocusChain(true);
        }
        return false;
    }

    onInFieldChanged: if (inField)
        aside = false
    focus: true
    Component.onCompleted: (firstFocus ?? root).forceActiveFocus()
    Keys.onPressed: event => {
        const letter = event.text > " " && event.text !== "\x7f" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier));
        if (writes && !aside && letter && write(event.text))
            event.accepted = true;
        else if (event.modifiers === Qt.NoModifier || event.modifiers === Qt.KeypadModifier)
            event.accepted = bareKey(event.key);
        else
            event.accepted = false;
    }
    Keys.onReleased: event => {
        if (event.key === Qt.Key_Escape)
            aside = true;
        event.accepted = false;
    }
}
