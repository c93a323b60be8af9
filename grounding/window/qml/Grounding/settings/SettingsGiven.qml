import QtQuick
import Grounding
import Grounding.Models

// The way to a practice that somebody gives.
Section {
    id: root

    required property Flow flow
    required property DoubleClick doubleClick
    required property Scroll scroll

    title: qsTr("A practice from somebody")

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("A practice can be given as one file. You see all that is in it before it comes onto your shelf.")
    }
    EdgedButton {
        text: qsTr("Open a practice…")
        onClicked: root.flow.show("given")
    }
    WideCheck {
        width: parent.width
        visible: root.doubleClick.possible
        text: qsTr("Open .practice files by double click")
        checked: root.doubleClick.on
        onClicked: root.doubleClick.choose(checked)
    }
    Words {
        width: parent.width
        visible: root.doubleClick.possible
        color: Theme.now.quiet
        text: qsTr("This writes two small files where your desktop looks for them, outside the program's own folder. They go when you take it back.")
    }
    Told {
        width: parent.width
        scroll: root.scroll
        text: root.doubleClick.said
    }
}
