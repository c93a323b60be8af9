import QtQuick
import QtQuick.Dialogs

// A dialog of the system's, made when it is asked for and gone once it is answered.
Loader {
    id: root

    property url suggested

    signal chosen(file: url)

    active: false
    visible: false
    onLoaded: {
        const dialog = item as FileDialog;
        if (suggested.toString() !== "")
            dialog.selectedFile = suggested;
        dialog.open();
    }

    Connections {
        target: root.item as FileDialog

        function onAccepted(): void {
            root.chosen((root.item as FileDialog).selectedFile);
            root.active = false;
        }
        function onRejected(): void {
            root.active = false;
        }
    }
}
