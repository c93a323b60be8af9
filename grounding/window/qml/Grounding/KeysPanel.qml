pragma ComponentBehavior: Bound

import QtQuick

// All keys, over whatever goes on: it goes on behind.
FocusScope {
    id: root

    required property Item within

    signal closed

    property Item before: null

    readonly property var parts: [
        {
            about: qsTr("Everywhere"),
            keys: [[qsTr("B"), qsTr("back to the room")], [qsTr("Space, Enter"), qsTr("presses what you are on")], [qsTr("Tab, arrows"), qsTr("from one thing to the next")], [qsTr("Ctrl+Tab, Ctrl+Shift+Tab"), qsTr("on the pages with tabs, the next tab, the one before")], [qsTr("Home, End"), qsTr("on a slider, to its ends; on a page to read, to its beginning and end")], [qsTr("Esc"), qsTr("leaves a field, then a page")], [qsTr("One key"), qsTr("where Settings say so: presses what the line has come to; with your own breath, breathes, and held for eight seconds lets you choose")], [qsTr("F11"), qsTr("full screen")], [qsTr("F1"), qsTr("these keys, and away again")]]
        },
        {
            about: qsTr("While you practise"),
            keys: [[qsTr("Space"), qsTr("pauses, and goes on")], [qsTr("Esc"), qsTr("ends at once")], [qsTr("Right, Left"), qsTr("the next step, the one before")], [qsTr("M"), qsTr("sound on or off")], [qsTr("L"), qsTr("another look: circle, wave, dim")], [qsTr("Enter, held"), qsTr("with your own breath, while you breathe in; or tap it")], [qsTr("Down, Up"), qsTr("a breath a little slower, a little faster")], [qsTr("S"), qsTr("stay in this breath")], [qsTr("O"), qsTr("back to your own")]]
        },
        {
            about: qsTr("On the first page"),
            keys: [[qsTr("Space"), qsTr("breathe now")], [qsTr("Enter"), qsTr("begins the chosen practice")], [qsTr("W"), qsTr("write something now; on the pages with tabs")]]
        },
        {
            about: qsTr("While you write a practice"),
            keys: [[qsTr("Alt+Up, Alt+Down"), qsTr("moves the step, the place or the prompt you are on")], [qsTr("Ctrl+Z"), qsTr("takes the last change back")], [qsTr("Ctrl+Shift+Z, Ctrl+Y"), qsTr("makes it again")]]
        },
        {
            about: qsTr("In the journal"),
            keys: [[qsTr("Ctrl+F"), qsTr("search")], [qsTr("Home"), qsTr("the newest")], [qsTr("Page up, Page down"), qsTr("a page of entries on or back")], [qsTr("Ctrl+Z"), qsTr("takes a deletion back")], [qsTr("Ctrl+L"), qsTr("locks the journal, where it has a passphrase")]]
        }
    ]

    objectName: "keys"
    // Below it stays `Back to the room`.
    x: (within.width - width) / 2
    y: Theme.gap
    width: Math.min(within.width - 2 * Theme.margin, Theme.unit * 34)
    height: Math.min(within.height - y - 1.4 * Theme.target, list.contentHeight + 2 * Theme.margin)
    Component.onCompleted: {
        before = Window.activeFocusItem;
        close.forceActiveFocus(Qt.TabFocusReason);
    }
    Component.onDestruction: if (activeFocus)
        before?.forceActiveFocus(Qt.TabFocusReason)

    Rectangle {
        anchors.fill: parent
        radius: 16
        color: Theme.now.card
        border.width: 1
        border.color: Theme.now.line
    }
    // What lies behind is not pressed through it.
    TapHandler {}
    ReadingScroll {
        id: list

        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.leftMargin: Theme.margin
        spacing: Theme.gap

        EdgedButton {
            id: close

            text: qsTr("Close")
            onClicked: root.closed()
        }
        Repeater {
            model: root.parts

            Column {
                id: part

                required property var modelData

                width: parent.width
                spacing: Theme.gap / 2

                Heading {
                    width: parent.width
                    topPadding: Theme.gap
                    font.pixelSize: Theme.large
                    text: part.modelData.about
                }
                Repeater {
                    model: part.modelData.keys

                    KeyLine {
                        required property var modelData

                        width: part.width
                        keys: modelData[0]
                        does: modelData[1]
                    }
                }
            }
        }
    }
}
