pragma Singleton

import QtQuick
import Grounding.Models

// Keys that mean the practice, wherever it is written: a field would take them for its own letters alone.
QtObject {
    function backOrOn(event: KeyEvent, editing: Editing): bool {
        if (!(event.modifiers & Qt.ControlModifier))
            return false;
        if (event.key === Qt.Key_Y || (event.key === Qt.Key_Z && event.modifiers & Qt.ShiftModifier))
            editing.redo();
        else if (event.key === Qt.Key_Z)
            editing.undo();
        else
            return false;
        return true;
    }
    // -1 and 1 for Alt with Up and Down, else 0.
    function moved(event: KeyEvent): int {
        if (!(event.modifiers & Qt.AltModifier))
            return 0;
        return event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
    }
}
