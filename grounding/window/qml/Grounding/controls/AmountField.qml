import QtQuick
import Grounding

// A number that can be typed, or stepped with the arrows; what is half typed stays until the field is left.
WordField {
    id: root

    required property real amount
    required property real step

    property bool asking: false

    signal asked(amount: real)
    signal settled

    function told(): string {
        return String(Math.round(amount * 100) / 100);
    }
    function typedAmount(): real {
        return /^\s*\d{1,3}([.,]\d{0,2})?\s*$/.test(text) ? Number(text.replace(",", ".")) : NaN;
    }
    function tellAgain(): void {
        asking = true;
        text = told();
        asking = false;
    }
    function ask(wanted: real): void {
        asking = true;
        asked(wanted);
        asking = false;
    }
    function stepBy(by: real): void {
        asked(amount + by);
        settled();
        tellAgain();
        selectAll();
    }
    function finish(): void {
        settled();
        tellAgain();
    }

    width: Theme.unit * 4.4
    horizontalAlignment: TextInput.AlignHCenter
    most: 6
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    Component.onCompleted: tellAgain()
    onAmountChanged: if (!asking)
        tellAgain()
    onTyped: {
        const wanted = typedAmount();
        if (asking || isNaN(wanted) || wanted === amount)
            return;
        ask(wanted);
        if (!activeFocus && !written)
            Qt.callLater(finish);
    }
    onActiveFocusChanged: {
        if (activeFocus)
            selectAll();
        else if (!written)
            finish();
    }
    onWrittenChanged: if (!written)
        finish()
    Keys.onUpPressed: stepBy(step)
    Keys.onDownPressed: stepBy(-step)
    Keys.onReturnPressed: finish()
    Keys.onEnterPressed: finish()
}
