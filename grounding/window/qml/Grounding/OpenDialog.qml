import QtQuick.Dialogs

// The system's own way to choose a sound file.
FileDialog {
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Sound files (*.wav *.flac *.ogg *.mp3 *.m4a)"), qsTr("All files (*)")]
}
