import QtQuick.Dialogs

// The system's own way to say where a practice for somebody else goes.
FileDialog {
    fileMode: FileDialog.SaveFile
    nameFilters: [qsTr("Practices to give (*.practice)")]
}
