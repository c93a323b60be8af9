pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What is in the open step: how long, how to breathe, the places, the words, and what can be done with all of it.
Column {
    id: root

    required property string called
    required property int at
    required property Flow flow
    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing

    readonly property bool scan: stepEditing.kind === "scan"

    signal movedBy(by: int)
    signal gone
    signal doubled
    signal escaped

    function reachTry(): void {
        tryOut.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gap
    topPadding: Theme.gap / 2
    bottomPadding: Theme.gap

    Choices {
        width: parent.width
        visible: root.stepEditing.lengths.length > 0
        title: qsTr("How long")
        choices: root.stepEditing.lengths
        chosen: root.stepEditing.hasLength
        onChose: way => root.stepEditing.chooseLength(way)
    }
    NumberField {
        width: parent.width
        visible: root.stepEditing.hasLength !== ""
        editing: root.editing
        name: unit
        unit: root.stepEditing.hasLength === "breaths" ? qsTr("breaths") : root.stepEditing.hasLength === "quiet_s" ? qsTr("seconds, where nobody answers: in a saved sound") : root.scan ? qsTr("seconds at each place") : qsTr("seconds")
        step: root.stepEditing.hasLength === "breaths" ? 1 : 5
        now: root.stepEditing.amount
        note: root.stepEditing.amountNote
        about: root.called
        onWritten: text => root.stepEditing.typeAmount(text)
        onEscaped: root.escaped()
    }
    EditBreath {
        width: parent.width
        visible: root.stepEditing.breathes
        stepEditing: root.stepEditing
        called: root.called
    }
    Loader {
        width: parent.width
        active: root.scan
        visible: active
        sourceComponent: EditPlaces {
            editing: root.editing
            stepEditing: root.stepEditing
            promptEditing: root.promptEditing
            flow: root.flow
            onEscaped: root.escaped()
        }
    }
    EditPrompts {
        width: parent.width
        visible: !root.scan
        editing: root.editing
        promptEditing: root.promptEditing
        flow: root.flow
        shown: !root.scan
        onEscaped: root.escaped()
    }
    Wrap {
        flush: true
        width: parent.width

        EdgedButton {
            id: tryOut

            text: qsTr("Try from here")
            Accessible.description: root.called
            onClicked: root.flow.tryFrom(root.at)
        }
        QuietButton {
            text: qsTr("Move up")
            enabled: root.at > 0
            Accessible.description: root.called
            onClicked: root.movedBy(-1)
        }
        QuietButton {
            text: qsTr("Move down")
            enabled: root.at < root.editing.count - 1
            Accessible.description: root.called
            onClicked: root.movedBy(1)
        }
        QuietButton {
            dim: true
            text: qsTr("Another like it")
            enabled: root.editing.mayAdd
            Accessible.description: root.called
            onClicked: root.doubled()
        }
        QuietButton {
            dim: true
            text: qsTr("Remove this step")
            enabled: root.editing.count > 1
            Accessible.description: root.called
            onClicked: root.gone()
        }
    }
}
