pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// One step of a practice: a line to press, and once it is open, all that is in it.
Item {
    id: root

    required property int index
    required property string name
    required property string length
    required property string words
    required property bool open
    required property bool lifted
    required property bool marked
    required property bool after
    required property Flow flow
    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing

    readonly property string called: qsTr("Step %1: %2").arg(index + 1).arg(name)

    // What is in it has come while the keyboard is on its line.
    signal grown
    signal movedBy(by: int)
    signal gone
    signal doubled
    signal dragBegun
    signal draggedTo(y: real)
    signal dropped

    // The line, or after it was tried from here, the button for that.
    function reachAgain(): void {
        const fields = inside.item as EditFields;
        if (fields && editing.tried)
            fields.reachTry();
        else
            reach();
    }
    function reach(): void {
        line.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: column.height
    onHeightChanged: if (open && line.activeFocus)
        grown()
    opacity: lifted ? 0.6 : 1
    Keys.onPressed: event => {
        const by = EditKeys.moved(event);
        if (by)
            movedBy(by);
        event.accepted = by !== 0;
    }

    Rectangle {
        anchors.fill: parent
        radius: 14
        color: Theme.now.card
        border.width: 1
        border.color: root.open ? Theme.now.quiet : Theme.now.line
    }
    // Where it would come to stand.
    Rectangle {
        width: parent.width
        height: 3
        y: root.after ? parent.height + 2 : -5
        radius: 1.5
        color: Theme.now.warm
        visible: root.marked
    }
    Column {
        id: column

        width: parent.width

        EditStepLine {
            id: line

            width: parent.width
            text: root.called
            name: root.name
            length: root.length
            words: root.open ? "" : root.words
            open: root.open
            onClicked: root.editing.toggle(root.index)
            onDragBegun: root.dragBegun()
            onDraggedTo: y => root.draggedTo(y)
            onDropped: root.dropped()
        }
        Loader {
            id: inside

            active: root.open
            visible: active
            x: Theme.gap * 1.4
            width: parent.width - 2 * x
            sourceComponent: EditFields {
                called: root.called
                at: root.index
                flow: root.flow
                editing: root.editing
                stepEditing: root.stepEditing
                promptEditing: root.promptEditing
                onMovedBy: by => root.movedBy(by)
                onGone: root.gone()
                onDoubled: root.doubled()
                onEscaped: root.reach()
            }
        }
    }
}
