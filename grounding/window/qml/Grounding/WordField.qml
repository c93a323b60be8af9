import QtQuick
import QtQuick.Controls.Basic

// One line that a person may write in.
TextField {
    id: root

    required property string name

    signal typed(text: string)
    signal escaped

    implicitHeight: Math.max(Theme.target, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap + 4
    rightPadding: Theme.gap + 4
    font.pixelSize: Theme.normal
    color: Theme.now.text
    placeholderTextColor: Theme.now.quiet
    selectionColor: Theme.now.warm
    selectedTextColor: Theme.now.warmInk
    selectByMouse: true
    maximumLength: 500
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    Accessible.name: name
    Accessible.description: placeholderText

    background: Rectangle {
        radius: Math.min(height / 2, Theme.target / 2)
        color: Theme.now.chip
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.now.focus : Theme.now.line
    }

    onTextChanged: typed(text)
    Keys.onEscapePressed: escaped()
}
