pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// Two quiet sentences, seldom at once: side by side where there is room, and else one below the other.
Item {
    id: root

    required property string line
    required property string hint

    readonly property bool both: line !== "" && hint !== ""
    readonly property bool abreast: both && first.implicitWidth + Theme.gap + second.implicitWidth <= width
    readonly property real begins: (width - first.implicitWidth - Theme.gap - second.implicitWidth) / 2
    readonly property real share: both && !abreast ? height / 2 : height

    component Quiet: Words {
        width: root.abreast ? implicitWidth : root.width
        height: root.share
        horizontalAlignment: Text.AlignHCenter
        fontSizeMode: Text.Fit
        minimumPixelSize: 10
        font.pixelSize: Theme.small
        color: Theme.now.quiet
    }

    Quiet {
        id: first

        x: root.abreast ? root.begins : 0
        visible: text !== ""
        text: root.line
    }
    Quiet {
        id: second

        x: root.abreast ? root.width - root.begins - width : 0
        y: root.both && !root.abreast ? root.share : 0
        visible: text !== ""
        text: root.hint
    }
}
