pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// One place of a walk through the body: whether it is in it, and what is said there.
Column {
    id: root

    required property var told
    required property Editing editing
    required property StepEditing stepEditing
    required property PromptEditing promptEditing
    required property Flow flow

    readonly property string place: told.id ?? ""
    readonly property bool anyPlace: place === "any"
    readonly property bool open: place !== "" && stepEditing.openPlace === place
    readonly property bool own: (told.words ?? "") !== ""

    signal movedBy(by: int)
    signal escaped

    function reach(): void {
        (anyPlace ? words : tick).forceActiveFocus(Qt.TabFocusReason);
    }

    // What stands above it, where another sort of places begins.
    property string above: ""

    spacing: Theme.gap * 0.6
    Keys.onPressed: event => {
        const by = EditKeys.moved(event);
        if (by)
            movedBy(by);
        event.accepted = by !== 0;
    }

    Words {
        width: parent.width
        topPadding: Theme.gap
        visible: text !== ""
        color: Theme.now.quiet
        text: root.above
    }
    Wrap {
        flush: true
        width: parent.width

        Chip {
            id: tick

            visible: !root.anyPlace
            text: root.told.name ?? ""
            checked: root.told.ticked ?? false
            onClicked: {
                root.stepEditing.tick(root.place, checked);
                checked = Qt.binding(() => root.told.ticked ?? false);
            }
        }
        QuietButton {
            id: words

            dim: !root.open
            text: root.open ? qsTr("Hide its words") : root.anyPlace ? root.told.name : root.own ? qsTr("Its words") : qsTr("Words of any place")
            Accessible.name: root.open ? qsTr("Hide the words of %1").arg(root.told.name) : qsTr("The words of %1").arg(root.told.name)
            Accessible.description: root.told.words ?? ""
            onClicked: root.stepEditing.togglePlace(root.place)
        }
        QuietButton {
            dim: true
            visible: root.open && (root.told.ticked ?? false)
            text: qsTr("Move up")
            Accessible.description: root.told.name ?? ""
            onClicked: root.movedBy(-1)
        }
        QuietButton {
            dim: true
            visible: root.open && (root.told.ticked ?? false)
            text: qsTr("Move down")
            Accessible.description: root.told.name ?? ""
            onClicked: root.movedBy(1)
        }
    }
    Loader {
        width: parent.width
        active: root.open
        visible: active
        sourceComponent: EditPrompts {
            editing: root.editing
            promptEditing: root.promptEditing
            flow: root.flow
            shown: true
            onEscaped: root.reach()
        }
    }
    Wrap {
        flush: true
        width: parent.width
        visible: root.open

        EdgedButton {
            visible: !root.own
            text: qsTr("Write words for it")
            Accessible.description: root.told.name ?? ""
            onClicked: root.stepEditing.giveWords()
        }
        QuietButton {
            dim: true
            visible: root.own && root.stepEditing.mayKeepSilent
            text: root.anyPlace ? qsTr("Take these words away") : qsTr("Say the words of any place instead")
            Accessible.description: root.told.name ?? ""
            onClicked: {
                root.stepEditing.dropWords();
                root.reach();
            }
        }
    }
}
