import QtQuick
import Grounding

PlainText {
    wrapMode: Text.Wrap
    font.pixelSize: Theme.title
    color: Theme.now.text
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
