import QtQuick.Dialogs

// The system's own way to say where a sound file goes.
FileDialog {
    fileMode: FileDialog.SaveFile
    nameFilters: [qsTr("Sound files (*.mp3 *.ogg *.flac *.wav)")]
}
