pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Whether one key does everything, and how long the keyboard stays on each thing.
Section {
    id: root

    required property Preferences preferences

    title: qsTr("One key")

    WideCheck {
        width: parent.width
        text: qsTr("Everything with one key")
        checked: root.preferences.oneKey
        onClicked: root.preferences.chooseOneKey(checked)
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("For one switch, or one key: Space or Enter. The line around what you are on goes by itself from one thing to the next, and the key presses it. A field that is pressed brings letters to write with. After two rounds it waits; a press begins it again. Files to choose are passed over.")
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Where the circle goes with your own breath, the key breathes. Held for eight seconds, it lets you choose something, or go on breathing. Another key or a pointer has the page to itself for ten seconds.")
    }
    Choices {
        width: parent.width
        title: qsTr("It stays on each thing for")
        choices: root.preferences.oneKeyChoices.map(ms => ({
                    id: String(ms),
                    name: qsTr("%1 seconds").arg(ms / 1000)
                }))
        chosen: String(root.preferences.oneKeyMs)
        onChose: id => root.preferences.chooseOneKeyMs(Number(id))
    }
}
