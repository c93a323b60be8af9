import QtQuick
import Grounding

// Controls side by side, on as many lines as they need.
Flow {
    // Whether words that are pressed begin where the lines above them do.
    property bool flush: false

    spacing: Theme.gap * 0.8
}
