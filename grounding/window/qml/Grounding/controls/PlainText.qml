import QtQuick

// Words as they are. Any other kind of text would read a title from a file as a page, and fetch the pictures in it.
Text {
    textFormat: Text.PlainText
}
