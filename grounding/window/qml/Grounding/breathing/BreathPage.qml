pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A breath of one's own: its line and its orb above, its strokes below; whatever is changed is kept, and breathed at once.
Sheet {
    id: root

    required property Flow flow
    required property Breaths breaths
    required property DrawnBreath drawn
    required property BreathTrial trial

    readonly property bool wide: width > Theme.unit * 58
    readonly property bool low: height < Theme.unit * 26

    firstFocus: whole.first
    onSpaced: whole.toggle()
    onEscaped: flow.back()
    Component.onDestruction: drawn.leave()

    Shortcut {
        sequences: [StandardKey.Undo]
        onActivated: root.drawn.undo()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Z", "Ctrl+Y"]
        onActivated: root.drawn.redo()
    }
    Item {
        id: band

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.margin
        anchors.topMargin: root.low ? Theme.gap : Theme.margin
        height: Math.max(150, Math.min(parent.height * (root.low ? 0.34 : 0.42), 300))

        BreathOrb {
            id: orb

            width: Math.min(parent.height * (root.wide ? 1.13 : 1), parent.width * 0.34)
            height: parent.height
            trial: root.trial
        }
        BreathLine {
            anchors.left: orb.right
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            height: parent.height
            drawn: root.drawn
            trial: root.trial
        }
    }
    ReadingScroll {
        anchors.top: band.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin - 4
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
        widest: width

        // What there is about the whole breath stands below the orb, where there is room for it.
        Wrap {
            width: parent.width
            spacing: Theme.margin

            BreathWhole {
                id: whole

                width: root.wide ? orb.width : parent.width
                flow: root.flow
                breaths: root.breaths
                drawn: root.drawn
                trial: root.trial
                onEscaped: root.forceActiveFocus()
            }
            BreathStrokes {
                width: root.wide ? parent.width - orb.width - parent.spacing : parent.width
                drawn: root.drawn
                onEscaped: root.forceActiveFocus()
            }
        }
    }
    // Why a change went less far stands where nothing has to make room for it, and is seen wherever the page is.
    Told {
        id: limit

        anchors.left: room.right
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap + Math.max(0, (room.height - implicitHeight) / 2)
        text: root.drawn.limit
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        height: Math.max(room.height, limit.visible ? limit.implicitHeight : 0) + Theme.gap
    }
    RoomLink {
        id: room

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
