pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Grounding.Models

// Taking in a journal that was exported: what it means, then the file, then what has come of it.
SettingsSection {
    id: root

    required property Flow flow
    required property Importing importing
    required property Preferences preferences
    required property bool possible

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
    WorkingRow {
        width: parent.width
        working: root.importing.working
        part: root.importing.part
        partName: qsTr("%1 of 100 taken in")
        name: qsTr("Import…")
        possible: root.possible
        warm: false
        onAsked: dialog.active = true
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
                root.importing.take((dialog.item as FileDialog).selectedFile);
                dialog.active = false;
            }
            function onRejected(): void {
                dialog.active = false;
            }
        }
    }
}
