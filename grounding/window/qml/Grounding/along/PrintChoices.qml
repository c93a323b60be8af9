pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Which entries go on the page, or that it is rather said aloud; and on what paper.
Column {
    id: root

    required property Printing printing

    spacing: Theme.gap

    WideCheck {
        width: parent.width
        text: qsTr("I would rather say it aloud")
        checked: root.printing.aloud
        onClicked: root.printing.chooseAloud(checked)
    }
    Section {
        id: entries

        title: qsTr("What goes on it")
        enabled: !root.printing.aloud
        opacity: enabled ? 1 : 0.5

        Words {
            width: parent.width
            visible: root.printing.nothing
            color: Theme.now.quiet
            text: qsTr("Nothing is here yet to bring along. That sentence alone can be brought too.")
        }
        Repeater {
            model: root.printing.choices

            PrintChoice {
                required property var modelData

                width: entries.width
                heading: modelData.heading
                when: modelData.when
                checked: root.printing.chosen.includes(modelData.id)
                onClicked: root.printing.choose(modelData.id, checked)
            }
        }
        EdgedButton {
            visible: root.printing.more
            text: qsTr("Older ones")
            onClicked: root.printing.readMore()
        }
    }
    Section {
        title: qsTr("Paper")

        Wrap {
            width: parent.width
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Paper")

            ChoiceChip {
                text: qsTr("A4")
                checked: root.printing.size === "A4"
                onClicked: root.printing.chooseSize("A4")
            }
            ChoiceChip {
                text: qsTr("Letter")
                checked: root.printing.size === "Letter"
                onClicked: root.printing.chooseSize("Letter")
            }
        }
    }
}
