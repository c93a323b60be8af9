import QtQuick

Text {
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    font.pixelSize: Theme.title
    color: Theme.now.text
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
