import QtQuick
import Grounding

// How loud a voice is while it is recorded, and for how long it has been.
Item {
    id: root

    required property real level
    required property real seconds

    implicitHeight: words.implicitHeight + 10
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Rectangle {
        width: parent.width
        height: 6
        radius: 3
        color: Theme.now.chip
        border.width: 1
        border.color: Theme.now.line
    }
    Rectangle {
        // The ear goes by ratios: 60 dB over the whole width.
        width: parent.width * Math.max(0, Math.min(1, 1 + Math.log10(Math.max(root.level, 1e-3)) / 3))
        height: 6
        radius: 3
        color: Theme.now.warm
    }
    Words {
        id: words

        y: 10
        width: parent.width
        color: Theme.now.quiet
        Accessible.ignored: true
        text: qsTr("Recording: %1 s").arg(root.seconds.toFixed(0))
    }
}
