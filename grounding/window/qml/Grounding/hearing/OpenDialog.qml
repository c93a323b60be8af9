import QtCore
import QtQuick.Dialogs

// The system's own way to choose a sound file; it begins at home, not in the folder the program was started in.
FileDialog {
    currentFolder: StandardPaths.writableLocation(StandardPaths.HomeLocation)
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Sound files (*.wav *.flac *.ogg *.mp3 *.m4a)"), qsTr("All files (*)")]
}
