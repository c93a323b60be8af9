import QtQuick
import Grounding
import Grounding.Models

// One prompt: its words, what could be gentler in them, the quiet after it, and its voice.
Column {
    id: root

    required property int number
    required property bool last
    required property var told
    required property Editing editing
    required property PromptEditing promptEditing
    required property Flow flow

    readonly property string called: qsTr("Prompt %1").arg(number + 1)
    readonly property string now: told.text ?? ""

    signal movedBy(by: int)
    signal gone
    signal escaped

    function reach(): void {
        field.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: 4
    Keys.onPressed: event => {
        const by = EditKeys.moved(event);
        if (by)
            movedBy(by);
        event.accepted = by !== 0;
    }

    // What is more than can be said at once, or on one line, goes from the field too.
    Timer {
        id: again

        interval: 0
        onTriggered: field.follow()
    }
    NoteField {
        id: field

        width: parent.width
        now: root.now
        least: Theme.target * 1.4
        name: root.called
        placeholderText: qsTr("a few words, or fewer")
        Accessible.description: ""
        onTyped: text => {
            if (text === root.now)
                return;
            root.promptEditing.type(root.number, text);
            again.restart();
        }
        onEscaped: root.escaped()
        Keys.onPressed: event => {
            const by = EditKeys.moved(event);
            if (by)
                root.movedBy(by);
            event.accepted = by !== 0 || EditKeys.backOrOn(event, root.editing);
        }
        Keys.onReturnPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    }
    EditNotes {
        width: parent.width
        notes: root.told.notes ?? []
    }
    Wrap {
        flush: true
        width: parent.width

        NumberField {
            editing: root.editing
            name: qsTr("Quiet after it")
            unit: now === "" ? qsTr("is quiet") : qsTr("seconds of quiet")
            hint: qsTr("the rest")
            now: root.told.quiet ?? ""
            note: root.told.quietNote ?? ""
            about: root.called
            onWritten: text => root.promptEditing.typeQuiet(root.number, text)
            onEscaped: root.escaped()
        }
        QuietButton {
            dim: true
            text: root.told.spoken ? qsTr("Sound… · spoken") : qsTr("Sound…")
            Accessible.description: root.called
            onClicked: root.flow.soundOfEdited()
        }
        QuietButton {
            dim: true
            visible: root.number > 0
            text: qsTr("Move up")
            Accessible.description: root.called
            onClicked: root.movedBy(-1)
        }
        QuietButton {
            dim: true
            visible: !root.last
            text: qsTr("Move down")
            Accessible.description: root.called
            onClicked: root.movedBy(1)
        }
        QuietButton {
            dim: true
            visible: root.promptEditing.mayRemove
            text: qsTr("Remove")
            Accessible.description: root.called
            onClicked: root.gone()
        }
    }
}
