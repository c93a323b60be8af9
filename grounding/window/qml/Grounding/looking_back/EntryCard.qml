pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One entry of the journal; a press opens it.
AbstractButton {
    id: root

    required property var entry

    readonly property string bring: entry.brought ? qsTr("Bring to session") : ""

    padding: Theme.gap * 1.4
    focusPolicy: Qt.StrongFocus
    Accessible.name: [entry.heading, ...entry.told, entry.underneath, entry.when, bring].filter(said => said !== "").join(". ")

    contentItem: EntryWords {
        entry: root.entry
        bring: root.bring
    }
    background: Rectangle {
        radius: 14
        color: Theme.now.card
        border.width: root.activeFocus ? 2 : 1
        border.color: root.activeFocus ? Theme.now.focus : root.hovered ? Theme.now.quiet : Theme.now.line
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
