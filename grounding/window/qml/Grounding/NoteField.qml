import QtQuick
import QtQuick.Controls.Basic

// A few lines that a person may write in; Tab goes on, Esc leaves the field and keeps what is typed.
TextArea {
    id: root

    required property string name
    property real least: Theme.target * 1.8

    signal typed(text: string)
    signal escaped

    implicitHeight: Math.max(least, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap + 4
    rightPadding: Theme.gap + 4
    topPadding: Theme.gap
    bottomPadding: Theme.gap
    wrapMode: TextEdit.Wrap
    font.pixelSize: Theme.normal
    color: Theme.now.text
    placeholderTextColor: Theme.now.quiet
    selectionColor: Theme.now.warm
    selectedTextColor: Theme.now.warmInk
    selectByMouse: true
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    Accessible.name: name
    Accessible.description: placeholderText

    background: Rectangle {
        radius: Theme.target / 2
        color: Theme.now.chip
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.now.focus : Theme.now.line
    }

    onTextChanged: typed(text)
    // Not KeyNavigation: that also ties the neighbour of the first moment to this field, past all that comes between.
    Keys.priority: Keys.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onEscapePressed: escaped()
}
