pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// How long entries are kept; before any would go, from which day on, and the question whether that is meant.
Section {
    id: root

    required property Retention retention

    readonly property var names: ({
            0: qsTr("All of it"),
            3: qsTr("3 months"),
            6: qsTr("6 months"),
            12: qsTr("1 year"),
            24: qsTr("2 years"),
            60: qsTr("5 years")
        })

    // A control finds its place before the keyboard goes there, so that it comes into view.
    function lookFor(control: Item): void {
        forceLayout();
        (parent as Column)?.forceLayout();
        control.forceActiveFocus();
    }

    function comeBack(): void {
        for (let at = 0; at < chips.count; at++) {
            const chip = chips.itemAt(at) as ChoiceChip;
            if (chip.checked)
                lookFor(chip);
        }
    }

    title: qsTr("How long it is kept")
    Component.onDestruction: retention.leave()

    Wrap {
        id: choices

        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        Repeater {
            id: chips

            model: Object.keys(root.names).map(Number)

            ChoiceChip {
                required property int modelData

                text: root.names[modelData]
                checked: root.retention.months === modelData
                onClicked: root.retention.choose(modelData)
            }
        }
    }
    Words {
        width: parent.width
        visible: root.retention.since !== ""
        color: root.retention.asking ? Theme.now.warm : Theme.now.quiet
        text: root.retention.asking ? qsTr("Entries from before %1 would be deleted now, for good, in the backups too; later on, each day, what has become that old.").arg(root.retention.since) : qsTr("What is older than that is deleted, in the backups too. Kept are entries from %1 on.").arg(root.retention.since)
    }
    Wrap {
        width: parent.width
        visible: root.retention.asking

        EdgedButton {
            text: qsTr("No, keep them")
            onClicked: {
                root.retention.leave();
                root.comeBack();
            }
        }
        EdgedButton {
            text: qsTr("Yes, delete older ones")
            onClicked: {
                root.retention.mean();
                root.comeBack();
            }
        }
    }
}
