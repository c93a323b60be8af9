pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding

// One moment of a place: when, its ring and disc, and the words for it; a press opens its entry.
AbstractButton {
    id: root

    required property var moment

    padding: Theme.gap * 0.5
    focusPolicy: Qt.StrongFocus
    Accessible.name: moment.facts

    contentItem: Item {
        implicitHeight: Math.max(mark.height, words.implicitHeight)

        PlainText {
            id: day

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.unit * (root.width < Theme.unit * 20 ? 4 : 5.8)
            text: root.moment.day
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.now.quiet
        }
        MomentMark {
            id: mark

            anchors.left: day.right
            anchors.verticalCenter: parent.verticalCenter
            moment: root.moment
        }
        PlainText {
            id: words

            anchors.left: mark.right
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gap
            text: root.moment.change ? qsTr("%1  ›  %2").arg(root.moment.first).arg(root.moment.change) : root.moment.first
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            maximumLineCount: 4
            font.pixelSize: Theme.normal
            color: Theme.now.text
        }
    }
    background: Rectangle {
        radius: 10
        color: "transparent"
        border.width: root.activeFocus ? 2 : root.hovered ? 1 : 0
        border.color: root.activeFocus ? Theme.now.focus : Theme.now.line
    }

    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()
}
