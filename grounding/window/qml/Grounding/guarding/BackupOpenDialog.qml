import QtCore
import QtQuick.Dialogs

// The system's own way to choose a backup that was carried away.
FileDialog {
    currentFolder: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Backups (*.backup *.db)"), qsTr("All files (*)")]
}
