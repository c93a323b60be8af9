pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The steps of a practice in order; they are moved by hand, by keys, or with two buttons.
Column {
    id: root

    required property ReadingScroll scroll
    required property Flow flow
    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing

    property int from: -1
    property int to: -1
    // Where it is held, in the window.
    property real heldAt: 0
    readonly property bool dragged: from >= 0

    function rowAt(step: int): EditStep {
        return rows.itemAt(step) as EditStep;
    }
    function reachOpen(): void {
        editing.rows.fill(editing.open + 1);
        soon.run(() => rowAt(editing.open)?.reachAgain());
    }
    // What is beside a step that has gone.
    function reachBeside(step: int): void {
        soon.run(() => (rowAt(step) ?? rowAt(step - 1))?.reach());
    }
    // As much of an open step as there is room for, from its line on.
    function show(row: EditStep): void {
        shown.run(() => {
            const top = row.mapToItem(scroll.column, 0, 0).y;
            if (top + row.height > scroll.contentY + scroll.height)
                scroll.contentY = Math.min(top, Math.max(0, scroll.contentHeight - scroll.height));
            scroll.reveal(row.Window.activeFocusItem);
        });
    }
    function dragTo(at: real): void {
        heldAt = at;
        const y = mapFromItem(null, 0, at).y;
        let step = 0;
        while (step < rows.count - 1 && y > rowAt(step).y + rowAt(step).height)
            step++;
        to = step;
    }
    function drop(): void {
        const step = from;
        const place = to;
        from = to = -1;
        if (editing.moveStep(step, place))
            soon.run(() => rowAt(place)?.reach());
    }

    spacing: Theme.gap * 0.7
    Component.onCompleted: editing.rows.fill(editing.open + 1)
    Component.onDestruction: editing.rows.rest()

    Soon {
        id: soon
    }
    Soon {
        id: shown
    }
    // Held near an edge, the page goes on under it.
    Timer {
        interval: 30
        repeat: true
        running: root.dragged
        onTriggered: {
            const y = root.scroll.mapFromItem(null, 0, root.heldAt).y;
            const beyond = y < Theme.target ? -1 : y > root.scroll.height - Theme.target ? 1 : 0;
            if (beyond !== 0) {
                root.scroll.moveBy(beyond * 10);
                root.dragTo(root.heldAt);
            }
        }
    }
    Heading {
        width: parent.width
        font.pixelSize: Theme.large
        text: qsTr("Its steps")
    }
    Repeater {
        id: rows

        model: root.editing.rows

        EditStep {
            required property var told

            width: root.width
            name: told.name
            length: told.length
            words: told.words
            open: root.editing.open === index
            lifted: root.from === index
            marked: root.to === index && root.from !== index
            after: root.to > root.from
            flow: root.flow
            editing: root.editing
            stepEditing: root.stepEditing
            promptEditing: root.promptEditing
            onGrown: root.show(this)
            onMovedBy: by => {
                if (root.editing.moveStep(index, index + by))
                    root.scroll.reveal(this);
            }
            onGone: {
                const step = index;
                root.editing.removeStep(step);
                root.reachBeside(step);
            }
            onDoubled: {
                root.editing.doubleStep(index);
                root.reachOpen();
            }
            onDragBegun: root.from = root.to = index
            onDraggedTo: y => root.dragTo(y)
            onDropped: root.drop()
        }
    }
}
