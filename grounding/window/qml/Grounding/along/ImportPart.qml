pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Grounding
import Grounding.Models

// Taking in a journal that was exported: what it means, then the file, then what has come of it.
Section {
    id: root

    required property Flow flow
    required property Importing importing
    required property Preferences preferences
    required property bool possible

    signal leaving

    title: qsTr("Import")

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Takes in a journal that was exported as JSON. What is here stays, and no entry comes twice. Where an entry reads differently there, both wordings are kept.")
    }
    Words {
        width: parent.width
        visible: root.preferences.keepMonths > 0
        color: Theme.now.quiet
        text: qsTr("Older entries than you keep, as it is set in Settings, go again.")
    }
    Outcome {
        width: parent.width
        text: root.importing.said || (root.importing.done ? qsTr("Taken in. It is in your journal now.") : "")
    }
    WordField {
        id: where

        width: parent.width
        enabled: root.possible
        name: qsTr("Where it is")
        placeholderText: qsTr("where the file is")
        most: 4000
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onTyped: text => root.importing.typeWhere(text)
        onEscaped: root.leaving()

        Connections {
            target: root.importing

            function onChanged(): void {
                if (where.text !== root.importing.where)
                    where.text = root.importing.where;
            }
        }
    }
    EdgedButton {
        enabled: root.possible
        text: qsTr("Choose a file…")
        leadsOut: true
        onClicked: dialog.active = true
    }
    WorkingRow {
        width: parent.width
        working: root.importing.working
        part: root.importing.part
        partName: qsTr("%1 of 100 taken in")
        name: qsTr("Import")
        possible: root.possible && root.importing.where.trim() !== ""
        warm: false
        onAsked: root.importing.take()
        onCancelled: root.importing.cancel()
    }
    Loader {
        id: dialog

        active: false
        visible: false
        source: "ImportDialog.qml"
        onLoaded: (item as FileDialog).open()

        Connections {
            target: dialog.item as FileDialog

            function onAccepted(): void {
                root.importing.chooseWhere((dialog.item as FileDialog).selectedFile);
                dialog.active = false;
            }
            function onRejected(): void {
                dialog.active = false;
            }
        }
    }
}
