pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A practice of one's own is written: its title, its steps in order, one of them open, and what is in it.
Sheet {
    id: root

    required property Flow flow
    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing

    // Where what the keyboard was on has gone, it comes to what is open.
    function regain(): void {
        if (Window.activeFocusItem?.activeFocusOnTab)
            return;
        if (editing.open >= 0)
            steps.reachOpen();
        else
            bar.back.forceActiveFocus(Qt.TabFocusReason);
    }

    firstFocus: bar.back
    onEscaped: flow.show("home")
    Component.onCompleted: steps.reachOpen()

    Soon {
        id: soon
    }
    Shortcut {
        sequences: ["Ctrl+Z"]
        onActivated: root.editing.undo()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Z", "Ctrl+Y"]
        onActivated: root.editing.redo()
    }
    Connections {
        target: root.editing

        function onTold(words: string): void {
            root.Accessible.announce(words);
            soon.run(root.regain);
        }
    }
    EditBar {
        id: bar

        anchors.top: parent.top
        anchors.left: scroll.left
        anchors.right: scroll.right
        anchors.leftMargin: 4
        anchors.topMargin: Theme.gap
        flow: root.flow
        editing: root.editing
    }
    ReadingScroll {
        id: scroll

        anchors.top: bar.bottom
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.gap
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        interactive: !steps.dragged
        spacing: Theme.gap * 1.2

        Heading {
            width: parent.width
            text: qsTr("Writing “%1”").arg(root.editing.name)
        }
        EditLine {
            width: parent.width
            name: qsTr("Title")
            most: 80
            now: root.editing.title
            notes: root.editing.titleNotes
            editing: root.editing
            onWritten: text => root.editing.typeTitle(text)
            onEscaped: bar.back.forceActiveFocus(Qt.TabFocusReason)
        }
        EditLine {
            width: parent.width
            name: qsTr("In a few words")
            now: root.editing.summary
            notes: root.editing.summaryNotes
            editing: root.editing
            onWritten: text => root.editing.typeSummary(text)
            onEscaped: bar.back.forceActiveFocus(Qt.TabFocusReason)
        }
        EditSteps {
            id: steps

            width: parent.width
            scroll: scroll
            flow: root.flow
            editing: root.editing
            stepEditing: root.stepEditing
            promptEditing: root.promptEditing
        }
        EditAdd {
            width: parent.width
            visible: root.editing.mayAdd
            editing: root.editing
            onAdded: steps.reachOpen()
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
}
