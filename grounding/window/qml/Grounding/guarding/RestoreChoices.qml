pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The backups there are, newest first, and one from elsewhere.
Column {
    id: root

    required property Backups backups

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Backups")

    Words {
        width: parent.width
        visible: root.backups.rows.length === 0
        color: Theme.now.quiet
        text: qsTr("There is none on this computer.")
    }
    Repeater {
        model: root.backups.rows

        WideChoice {
            required property var modelData

            width: root.width
            text: modelData.when
            meaning: modelData.aside ? qsTr("set aside when another was restored") : ""
            checked: root.backups.chosen === modelData.key
            onClicked: root.backups.choose(modelData.key)
        }
    }
    WideChoice {
        width: root.width
        visible: root.backups.elsewhere
        text: root.backups.chosen
        meaning: qsTr("a file")
        checked: true
    }
    EdgedButton {
        text: qsTr("Choose a file…")
        leadsOut: true
        onClicked: opening.active = true
    }
    Asked {
        id: opening

        source: "BackupOpenDialog.qml"
        onChosen: file => root.backups.chooseFile(file)
    }
}
