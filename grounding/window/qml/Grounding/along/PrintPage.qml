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

    onEscaped: outward.asks ? outward.keepThere() : flow.back()
    Component.onCompleted: {
        printing.open();
        outward.look();
    }
    Component.onDestruction: printing.leave()

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: foot.top
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
    // What has come of it stands where nothing has to make room for it: the button stays where it was pressed.
    Told {
        id: outcome

        anchors.left: room.right
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap + Math.max(0, (room.height - implicitHeight) / 2)
        text: root.outward.said || (root.outward.printed ? qsTr("The printer has it.") : root.outward.saved !== "" ? qsTr("Saved: %1").arg(root.outward.saved) : "")
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        height: Math.max(room.height, outcome.visible ? outcome.implicitHeight : 0) + Theme.gap
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
