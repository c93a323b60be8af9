pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Grounding
import Grounding.Models

// Where a file goes: typed, or chosen in the system's own dialog.
Section {
    id: root

    required property Destination file
    required property url dialogSource

    signal leaving

    title: qsTr("Where it goes")
    enabled: !file.writing

    WordField {
        id: where

        width: parent.width
        name: root.title
        most: 4000
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onTyped: text => root.file.typeWhere(text)
        onEscaped: root.leaving()
        Component.onCompleted: text = root.file.where

        Connections {
            target: root.file

            function onChanged(): void {
                if (where.text !== root.file.where)
                    where.text = root.file.where;
            }
        }
    }
    EdgedButton {
        text: qsTr("Choose a place…")
        leadsOut: true
        onClicked: dialog.active = true
    }
    Loader {
        id: dialog

        active: false
        visible: false
        source: root.dialogSource
        onLoaded: {
            const asked = item as FileDialog;
            asked.selectedFile = root.file.url;
            asked.open();
        }

        Connections {
            target: dialog.item as FileDialog

            function onAccepted(): void {
                root.file.chooseWhere((dialog.item as FileDialog).selectedFile);
                dialog.active = false;
            }
            function onRejected(): void {
                dialog.active = false;
            }
        }
    }
}
