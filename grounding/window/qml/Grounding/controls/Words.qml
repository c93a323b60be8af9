import QtQuick
import Grounding

// A line or more of words that a screen reader finds too.
PlainText {
    wrapMode: Text.Wrap
    font.pixelSize: Theme.normal
    color: Theme.now.text
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
