pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// One entry in full.
ReadingScroll {
    id: root

    required property Diary diary

    readonly property var entry: diary.opened

    spacing: Theme.gap * 1.2
    Component.onCompleted: back.forceActiveFocus()

    EdgedButton {
        id: back

        text: qsTr("Back to the list")
        onClicked: root.diary.shut()
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
    EdgedButton {
        text: qsTr("Delete")
        onClicked: root.diary.delete(root.entry.id)
    }
}
