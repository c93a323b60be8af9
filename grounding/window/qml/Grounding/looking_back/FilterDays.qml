import QtQuick
import Grounding
import Grounding.Models

// From which day to which, as somebody types them.
Column {
    id: root

    required property Seeking seeking

    signal done

    spacing: Theme.gap * 0.6

    Wrap {
        width: parent.width

        WordField {
            width: Math.min(root.width, Theme.unit * 11)
            name: qsTr("From")
            placeholderText: qsTr("from")
            Component.onCompleted: text = root.seeking.since
            onTyped: text => root.seeking.typeSince(text)
            onEscaped: root.done()
        }
        WordField {
            width: Math.min(root.width, Theme.unit * 11)
            name: qsTr("Until")
            placeholderText: qsTr("until")
            Component.onCompleted: text = root.seeking.until
            onTyped: text => root.seeking.typeUntil(text)
            onEscaped: root.done()
        }
    }
    Words {
        width: parent.width
        color: root.seeking.understood ? Theme.now.quiet : Theme.now.warm
        text: qsTr("A day such as 2026-11-22, a month such as 2026-11, or a year; either may stay empty.")
    }
}
