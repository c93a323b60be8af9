pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// One entry in full, and what can be done with it.
ReadingScroll {
    id: root

    required property Opened opened
    required property Rewording rewording

    readonly property var entry: opened.entry

    spacing: Theme.gap * 1.2
    Component.onCompleted: back.forceActiveFocus()

    EdgedButton {
        id: back

        text: qsTr("Back to the list")
        onClicked: root.opened.shut()
    }
    Heading {
        width: parent.width
        text: root.entry.heading ?? ""
    }
    Repeater {
        model: root.entry.told ?? []

        Words {
            required property string modelData

            width: root.column.width
            color: Theme.now.calm
            text: modelData
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        text: root.entry.underneath ?? ""
    }
    Repeater {
        model: root.entry.notes ?? []

        Words {
            required property string modelData

            width: root.column.width
            text: modelData
        }
    }
    Words {
        width: parent.width
        font.pixelSize: Theme.small
        color: Theme.now.quiet
        text: root.entry.when ?? ""
    }
    WideCheck {
        width: parent.width
        text: qsTr("Bring to session")
        checked: root.entry.brought ?? false
        onClicked: root.opened.bring(checked)
    }
    Wrap {
        width: parent.width

        EdgedButton {
            text: qsTr("Edit")
            onClicked: root.rewording.begin(root.entry.id)
        }
        EdgedButton {
            visible: earlier.wordings.length > 0
            text: earlier.visible ? qsTr("Hide earlier wordings") : qsTr("Earlier wordings")
            onClicked: earlier.visible = !earlier.visible
        }
        EdgedButton {
            text: qsTr("Delete")
            onClicked: root.opened.delete()
        }
    }
    EarlierWordings {
        id: earlier

        width: parent.width
        visible: false
        wordings: root.entry.earlier ?? []
    }
}
