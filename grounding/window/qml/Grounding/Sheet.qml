import QtQuick

// One page of the window: it holds the keyboard where no control does, and knows what the bare keys are for.
FocusScope {
    id: root

    property Item firstFocus: null
    property bool hears: false

    signal spaced
    signal entered
    signal escaped
    signal lefted
    signal righted
    signal sounded

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
            lefted();
            return true;
        case Qt.Key_Right:
            righted();
            return true;
        case Qt.Key_M:
            if (hears)
                sounded();
            return hears;
        }
        return false;
    }

    focus: true
    Component.onCompleted: (firstFocus ?? root).forceActiveFocus()
    Keys.onPressed: event => {
        if (event.modifiers === Qt.NoModifier || event.modifiers === Qt.KeypadModifier)
            event.accepted = bareKey(event.key);
    }
}
