pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Words for one place: a dozen at first, all others on request, and the person's own.
Wrap {
    id: root
    flush: true

    required property Answers answers
    required property string region
    required property string regionName
    required property bool again

    property bool more: false

    // Words beyond the first dozen that were chosen before: they are in sight without being asked for.
    readonly property var before: answers.moreWords(region).filter(word => answers.hasWord(region, word.id, again))

    signal done

    component WordChip: Chip {
        required property var modelData

        text: modelData.name
        name: qsTr("%1: %2").arg(root.regionName).arg(modelData.name)
        fill: Theme.now.calm
        fillInk: Theme.now.calmInk
        checked: root.answers.revision >= 0 && root.answers.hasWord(root.region, modelData.id, root.again)
        onClicked: root.answers.chooseWord(root.region, modelData.id, checked, root.again)
        Keys.onEscapePressed: root.done()
    }

    Repeater {
        model: root.answers.offeredWords(root.region)

        WordChip {}
    }
    Repeater {
        model: root.more ? root.answers.moreWords(root.region) : root.before

        WordChip {}
    }
    WordField {
        width: Math.min(root.width, Theme.unit * 15)
        name: qsTr("Own word for %1").arg(root.regionName)
        placeholderText: qsTr("own word…")
        text: root.answers.ownWord(root.region, root.again)
        onTyped: text => root.answers.typeOwnWord(root.region, text, root.again)
        onEscaped: root.done()
    }
    QuietButton {
        dim: true
        visible: !root.more
        text: qsTr("More words")
        Accessible.description: root.regionName
        onClicked: {
            root.more = true;
            root.forceActiveFocus();
        }
    }
}
