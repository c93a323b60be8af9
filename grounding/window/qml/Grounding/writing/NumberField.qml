import QtQuick
import Grounding
import Grounding.Models

// A number that may be typed, what it counts beside it; the arrows make it a little more or less.
Column {
    id: root

    required property Editing editing
    required property string name
    required property string unit
    required property string now
    required property string note
    property string about: ""
    property string hint: ""
    property real step: 5

    signal written(text: string)
    signal escaped

    spacing: 4

    Row {
        spacing: Theme.gap * 0.8

        WordField {
            id: field

            readonly property string now: root.now

            function follow(): void {
                if (text !== root.now)
                    give(root.now);
            }
            function change(by: real): void {
                const number = Number(text.replace(",", "."));
                if (!Number.isNaN(number))
                    root.written(String(Math.max(0, number + by)));
            }

            width: Theme.unit * 6
            name: root.name
            placeholderText: root.hint
            most: 8
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            horizontalAlignment: Text.AlignRight
            Accessible.description: root.about
            onNowChanged: follow()
            onTyped: text => {
                if (text !== root.now)
                    root.written(text);
            }
            onEscaped: root.escaped()
            Component.onCompleted: follow()
            Keys.priority: Keys.BeforeItem
            Keys.onPressed: event => {
                const arrow = event.modifiers === Qt.NoModifier ? event.key : 0;
                if (arrow === Qt.Key_Up || arrow === Qt.Key_Down) {
                    change(arrow === Qt.Key_Up ? root.step : -root.step);
                    event.accepted = true;
                } else {
                    event.accepted = EditKeys.backOrOn(event, root.editing);
                }
            }
        }
        Words {
            height: field.height
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            color: Theme.now.quiet
            Accessible.ignored: true
            text: root.unit
        }
    }
    Words {
        width: root.width > 0 ? root.width : implicitWidth
        visible: text !== ""
        color: Theme.now.calm
        font.pixelSize: Theme.small
        text: root.note
    }
}
