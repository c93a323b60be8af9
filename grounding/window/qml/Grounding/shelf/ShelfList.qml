pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The practices to choose from. A file that could not be read is said above them, where it is seen; more of them below.
Column {
    id: root

    required property ShelfModel shelf
    required property Deleting deleting
    required property Flow flow

    property bool brief: false
    property Item leadsTo: null

    component Unread: Words {
        required property string modelData

        width: root.width
        color: Theme.now.quiet
        text: modelData
    }

    // A copy stands at the end of the shelf: it comes into view with the keyboard. So does what comes back.
    function reachChosen(): void {
        shelved.forceLayout();
        for (let place = 0; place < rows.count; place++) {
            const row = rows.itemAt(place) as ShelfRow;
            if (row && row.checked)
                row.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    function rowsNow(): list<ShelfRow> {
        return Array.from({
            length: rows.count
        }, (_, place) => rows.itemAt(place) as ShelfRow).filter(row => row);
    }
    function chosenRow(): ShelfRow {
        return rowsNow().find(row => row.checked) ?? null;
    }
    // Where to begin, so that the chosen row is seen whole in so much height, and none is cut above.
    function startFor(most: real): real {
        const all = rowsNow();
        const chosen = all.find(row => row?.checked);
        if (!chosen || shelved.y + chosen.y + chosen.height <= most)
            return 0;
        const first = all.find(row => chosen.y + chosen.height - row.y <= most) ?? chosen;
        return shelved.y + first.y;
    }
    // So much of the height, from there on, as cuts no row below.
    function wholeHeight(from: real, most: real): real {
        const ends = rowsNow().map(row => shelved.y + row.y + row.height - from).filter(end => end > 0 && end <= most);
        return ends.length > 0 && ends.length < rows.count ? Math.max(...ends) : most;
    }

    spacing: Theme.gap

    Repeater {
        model: root.shelf.unread.slice(0, 1)

        Unread {}
    }
    Connections {
        target: root.flow

        function onCopied(): void {
            Qt.callLater(root.reachChosen);
        }
    }
    Connections {
        target: root.deleting

        function onCameBack(): void {
            Qt.callLater(root.reachChosen);
        }
    }
    Column {
        id: shelved

        width: parent.width
        spacing: 6

        Repeater {
            id: rows

            model: root.shelf.practices

            ShelfRow {
                required property var modelData

                width: root.width
                text: modelData.title
                summary: modelData.summary
                length: modelData.length
                brief: root.brief
                leadsTo: root.leadsTo
                checked: root.shelf.chosen === modelData.id
                onClicked: root.shelf.choose(modelData.id)
                onBegun: root.flow.begin()
            }
        }
    }
    Wrap {
        width: parent.width

        QuietButton {
            dim: true
            leftPadding: Theme.gap * 1.4
            text: qsTr("A new practice")
            onClicked: root.flow.newPractice()
        }
        QuietButton {
            dim: true
            text: qsTr("Open a practice…")
            onClicked: root.flow.show("given")
        }
    }
    Repeater {
        model: root.shelf.unread.slice(1)

        Unread {}
    }
}
