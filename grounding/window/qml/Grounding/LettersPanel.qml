pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// Letters to write with one key: the rows of them, or the letters of the row that was chosen.
FocusScope {
    id: root

    required property Item within
    required property Alphabet alphabet
    required property Flow flow
    required property string about
    required property bool numbers

    signal wrote(letter: string)
    signal tookBack
    signal closed

    property bool capital: false
    property var chosen: []

    readonly property var letters: numbers ? alphabet.numbers() : alphabet.letters(capital)
    readonly property var signs: numbers ? [] : alphabet.signs()

    // What is often wanted stands behind the first rows: so it is near, and they are nearer.
    readonly property int ahead: 2

    function choose(row: var): void {
        chosen = row;
        (ofRow.itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason);
    }
    function rest(): void {
        chosen = [];
    }
    function toRows(): void {
        chosen = [];
        (first.itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason);
    }
    function write(letter: string): void {
        capital = false;
        toRows();
        wrote(letter);
    }
    // Where the keyboard goes by itself from here, if that is not to the next one: a letter taken back, writing goes on.
    function after(item: Item): Item {
        return item === deletes && deletes.done ? first.itemAt(0) as Item : null;
    }

    component Row: EdgedButton {
        required property var modelData

        text: modelData.join(" ")
        onClicked: root.choose(modelData)
    }

    objectName: "letters"
    x: Theme.gap
    y: within.height - height - Theme.gap
    width: within.width - 2 * Theme.gap
    height: Math.min(scroll.contentHeight + 2 * Theme.gap, within.height - 3 * Theme.target)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Letters")
    Accessible.description: about
    Component.onCompleted: toRows()
    // Who types meanwhile writes in the same field.
    Keys.onPressed: event => {
        const letter = event.text > " " && event.text !== "\x7f" && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier));
        if (letter)
            wrote(event.text);
        else if (event.key === Qt.Key_Backspace)
            tookBack();
        event.accepted = letter || event.key === Qt.Key_Backspace;
    }

    Rectangle {
        anchors.fill: parent
        radius: 16
        color: Theme.now.card
        border.width: 1
        border.color: Theme.now.line
    }
    // What lies behind is not pressed through it.
    TapHandler {}
    Scroll {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.rightMargin: 0
        contentHeight: rows.implicitHeight + 2 * edge
        widest: width

        Wrap {
            id: rows

            width: parent.width
            visible: root.chosen.length === 0

            Repeater {
                id: first

                model: root.letters.slice(0, root.ahead)

                Row {}
            }
            EdgedButton {
                visible: !root.numbers
                text: qsTr("Space")
                onClicked: root.write(" ")
            }
            EdgedButton {
                id: deletes

                property bool done: false

                text: qsTr("Delete")
                onActiveFocusChanged: done = false
                onClicked: {
                    done = true;
                    root.tookBack();
                }
            }
            EdgedButton {
                text: qsTr("Done")
                onClicked: root.closed()
            }
            Repeater {
                model: root.letters.slice(root.ahead)

                Row {}
            }
            Repeater {
                model: root.signs

                Row {}
            }
            EdgedButton {
                visible: !root.numbers
                text: root.capital ? qsTr("Small letters") : qsTr("Capital")
                onClicked: {
                    root.capital = !root.capital;
                    root.toRows();
                }
            }
            RoomLink {
                flow: root.flow
            }
        }
        Wrap {
            width: parent.width
            visible: root.chosen.length > 0

            Repeater {
                id: ofRow

                model: root.chosen

                EdgedButton {
                    required property string modelData

                    text: modelData
                    onClicked: root.write(modelData)
                }
            }
            QuietButton {
                text: qsTr("Other letters")
                onClicked: root.toRows()
            }
        }
    }
}
