import QtQuick

// Controls side by side, on as many lines as they need.
Flow {
    spacing: Theme.gap
}
