import QtQuick
import QtQuick.Controls.Basic
import Grounding

// A few lines that a person may write in; Tab goes on, Esc leaves the field and keeps what is typed.
// What comes into it by itself is not said to be typed: Qt gives its firm spaces back as others.
TextArea {
    id: root

    required property string name
    property string now: ""
    property real least: Theme.target * 1.8
    property bool given: true
    // Whether it is written in with one key; the keyboard is among the letters for that.
    property bool written: false

    signal typed(text: string)
    signal escaped

    function begin(letter: string): void {
        insert(length, letter);
    }
    // Not under somebody's fingers.
    function follow(): void {
        if (text === now)
            return;
        const at = cursorPosition;
        given = true;
        text = now;
        given = false;
        cursorPosition = Math.min(at, length);
    }

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
    persistentSelection: written
    inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    Accessible.name: name
    Accessible.description: placeholderText

    background: Rectangle {
        radius: Theme.target / 2
        color: Theme.now.chip
        border.width: root.activeFocus || root.written ? 2 : 1
        border.color: root.activeFocus || root.written ? Theme.now.focus : Theme.now.line
    }

    onNowChanged: if (!given)
        follow()
    onTextChanged: if (!given)
        typed(text)
    Component.onCompleted: {
        follow();
        given = false;
    }
    // Not KeyNavigation: that also ties the neighbour of the first moment to this field, past all that comes between.
    Keys.priority: Keys.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onEscapePressed: escaped()
}
