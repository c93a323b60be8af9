import QtCore
import QtQuick.Dialogs

// The system's own way to choose a practice that somebody gives.
FileDialog {
    currentFolder: StandardPaths.writableLocation(StandardPaths.HomeLocation)
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Practices given (*.practice)"), qsTr("All files (*)")]
}
