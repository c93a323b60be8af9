import QtQuick.Dialogs

// The system's own way to say where the page goes as a PDF.
FileDialog {
    fileMode: FileDialog.SaveFile
    nameFilters: [qsTr("PDF (*.pdf)")]
}
