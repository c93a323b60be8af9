import QtQuick.Dialogs

// The system's own way to say where an exported journal goes.
FileDialog {
    fileMode: FileDialog.SaveFile
    nameFilters: [qsTr("JSON, all of it (*.json)"), qsTr("CSV, for a spreadsheet (*.csv)")]
}
