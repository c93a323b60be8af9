pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A page for a session: what goes on it at one side, the page itself at the other; where it is narrow, below.
Sheet {
    id: root

    required property Flow flow
    required property Printing printing
    required property Outward outward

    readonly property bool wide: width > Theme.unit * 56
    readonly property color ink: Theme.now.text

    onInkChanged: printing.chooseInk(ink)
    onEscaped: outward.asks ? outward.keepThere() : flow.back()
    Component.onCompleted: {
        printing.open(ink);
        outward.look();
    }
    Component.onDestruction: printing.leave()

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * (root.wide ? 64 : 44))
        widest: Theme.unit * 64
        spacing: Theme.gap * 1.4

        EdgedButton {
            text: qsTr("Back to the journal")
            onClicked: root.flow.back()
        }
        Heading {
            width: parent.width
            text: qsTr("Print a page")
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("For a session: your own words, the oldest first, and nothing else. A press on a line strikes it out.")
        }
        Grid {
            id: sides

            width: parent.width
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.gap * 1.4

            Column {
                width: root.wide ? (sides.width - sides.columnSpacing) * 0.42 : sides.width
                spacing: Theme.gap * 1.4

                PrintChoices {
                    width: parent.width
                    printing: root.printing
                }
                PrintWhere {
                    width: parent.width
                    visible: root.wide
                    printing: root.printing
                    outward: root.outward
                    onLeaving: root.forceActiveFocus()
                }
            }
            Column {
                width: root.wide ? (sides.width - sides.columnSpacing) * 0.58 : sides.width
                spacing: Theme.gap

                Wrap {
                    width: parent.width
                    visible: root.printing.mayUndo

                    Words {
                        height: Theme.target
                        verticalAlignment: Text.AlignVCenter
                        text: qsTr("Struck out.")
                    }
                    EdgedButton {
                        id: undo

                        text: qsTr("Undo")
                        Accessible.description: qsTr("Struck out.")
                        onClicked: root.printing.undo()
                    }
                }
                PaperView {
                    width: parent.width
                    printing: root.printing
                    onEmptied: undo.forceActiveFocus(Qt.TabFocusReason)
                }
            }
            PrintWhere {
                width: sides.width
                visible: !root.wide
                printing: root.printing
                outward: root.outward
                onLeaving: root.forceActiveFocus()
            }
        }
    }
    RoomLink {
        id: room

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
    Shortcut {
        sequences: [StandardKey.Undo]
        enabled: root.printing.mayUndo
        onActivated: root.printing.undo()
    }
}
