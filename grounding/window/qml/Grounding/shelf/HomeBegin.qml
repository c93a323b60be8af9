import QtQuick
import Grounding
import Grounding.Models

// How to breathe in the chosen practice, and `Begin`.
Column {
    id: root

    required property ShelfModel shelf
    required property Deleting deleting
    required property Flow flow

    property real most: Infinity
    readonly property Item button: button

    readonly property string title: shelf.practices.find(each => each.id === shelf.chosen)?.title ?? ""

    // The keyboard has come to `Begin`.
    signal reached(begin: Item)

    spacing: Theme.gap

    Item {
        width: parent.width
        height: scroll.height
        visible: root.shelf.breathes

        Scroll {
            id: scroll

            // Open, it may be longer than the shelf can spare.
            readonly property real wanted: breath.implicitHeight + 2 * edge

            x: -edge
            width: parent.width + edge
            height: Math.min(wanted, root.most)
            contentHeight: wanted
            widest: width

            BreathChoice {
                id: breath

                width: scroll.column.width
                shelf: root.shelf
                flow: root.flow
            }
        }
    }
    Connections {
        target: root.deleting

        function onGone(): void {
            gone.reach();
        }
    }
    UndoLine {
        id: gone

        reaches: false
        width: parent.width
        visible: root.deleting.mayUndo
        text: root.deleting.replaced ? qsTr("A practice of yours has made room for another.") : qsTr("Deleted.")
        onUndone: root.deleting.undo()
    }
    Wrap {
        flush: true
        width: parent.width

        WarmButton {
            id: button

            text: qsTr("Begin")
            Accessible.description: root.title
            onVisualFocusChanged: if (visualFocus)
                root.reached(this)
            onClicked: root.flow.begin()
        }
        QuietButton {
            dim: true
            text: qsTr("Save as sound…")
            onClicked: root.flow.saveAsSound()
        }
        QuietButton {
            dim: true
            text: qsTr("Share…")
            onClicked: root.flow.share()
        }
        QuietButton {
            dim: true
            visible: root.flow.owned
            text: qsTr("Edit…")
            onClicked: root.flow.edit()
        }
        QuietButton {
            dim: true
            visible: root.flow.owned
            text: qsTr("Sound…")
            onClicked: root.flow.openVoices()
        }
        QuietButton {
            dim: true
            visible: root.flow.owned
            text: qsTr("Delete this practice")
            onClicked: root.deleting.delete()
        }
        QuietButton {
            dim: true
            visible: !root.flow.owned
            text: qsTr("Make a copy of mine")
            onClicked: root.flow.copyOfMine()
        }
    }
}
