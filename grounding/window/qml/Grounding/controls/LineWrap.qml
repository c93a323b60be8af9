import QtQuick
import Grounding

// Controls side by side that know how wide one line with all of them would be.
Wrap {
    readonly property real oneLine: children.reduce((sum, each) => sum + (each.visible ? each.implicitWidth + spacing : 0), -spacing)
}
