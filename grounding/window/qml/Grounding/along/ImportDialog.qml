import QtCore
import QtQuick.Dialogs

// The system's own way to choose an exported journal.
FileDialog {
    currentFolder: StandardPaths.writableLocation(StandardPaths.HomeLocation)
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Exported journals (*.json)"), qsTr("All files (*)")]
}
