import QtQuick

// Controls side by side, on as many lines as they need.
Flow {
    // How wide one line with all of them would be.
    readonly property real oneLine: children.reduce((sum, each) => sum + (each.visible ? each.implicitWidth + spacing : 0), -spacing)

    spacing: Theme.gap
}
