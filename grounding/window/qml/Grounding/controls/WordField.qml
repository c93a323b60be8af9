import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One line that a person may write in; what comes into it by itself is never cut, however long it is.
TextField {
    id: root

    required property string name

    // In code points, as whoever reads the text counts: Qt's own limit counts some signs twice, and cuts what is given.
    property int most: 500
    property int mayBe: most
    property bool given: true
    // Whether it is written in with one key; the keyboard is among the letters for that.
    property bool written: false

    signal typed(text: string)
    signal escaped

    function begin(letter: string): void {
        insert(length, letter);
    }
    function give(whole: string): void {
        given = true;
        text = whole;
        given = false;
    }
    // Of what has just been written, the end goes that is too much.
    function fit(): void {
        const long = [...text].length;
        if (given || long <= mayBe) {
            mayBe = Math.max(most, long);
            typed(text);
            return;
        }
        const kept = [...text.slice(0, cursorPosition)].slice(0, mayBe - long).join("");
        remove(kept.length, cursorPosition);
    }

    implicitHeight: Math.max(Theme.target, contentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap + 4
    rightPadding: Theme.gap + 4
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
        radius: Math.min(height / 2, Theme.target / 2)
        color: Theme.now.chip
        border.width: root.activeFocus || root.written ? 2 : 1
        border.color: root.activeFocus || root.written ? Theme.now.focus : Theme.now.line
    }

    onTextChanged: fit()
    Component.onCompleted: given = false
    Keys.onEscapePressed: escaped()
}
