import QtQuick.Dialogs

// The system's own way to say where a backup goes.
FileDialog {
    fileMode: FileDialog.SaveFile
    defaultSuffix: "backup"
    nameFilters: [qsTr("Backups (*.backup)"), qsTr("All files (*)")]
}
