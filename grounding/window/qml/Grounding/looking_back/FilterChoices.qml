pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What one filter can be; in a window with little room it scrolls.
Scroll {
    id: root

    required property string filter
    required property real most
    required property var spans
    required property var places
    required property Seeking seeking

    readonly property real wanted: column.implicitHeight + 2 * edge

    signal done

    implicitHeight: Math.min(wanted, most)
    contentHeight: wanted
    widest: width
    Keys.onEscapePressed: done()

    Choices {
        width: parent.width
        visible: root.filter === "time"
        title: qsTr("Entries from which time?")
        about: qsTr("Time")
        choices: root.spans
        chosen: root.seeking.span
        onChose: id => root.seeking.chooseSpan(id)
    }
    FilterDays {
        width: parent.width
        visible: root.filter === "time" && root.seeking.span === "chosen"
        seeking: root.seeking
        onDone: root.done()
    }
    Choices {
        width: parent.width
        visible: root.filter === "place"
        title: qsTr("Which place?")
        about: qsTr("Place")
        choices: [
            {
                id: "",
                name: qsTr("Any place")
            },
            ...root.places]
        chosen: root.seeking.region
        onChose: id => root.seeking.chooseRegion(id)
    }
    WordField {
        width: Math.min(root.width, Theme.unit * 15)
        visible: root.filter === "word" && root.seeking.manyWords
        name: qsTr("How the word begins")
        placeholderText: qsTr("how the word begins")
        onTyped: text => root.seeking.typeBeginning(text)
        onEscaped: root.done()
    }
    Choices {
        width: parent.width
        visible: root.filter === "word"
        title: qsTr("Which word?")
        about: qsTr("Word")
        choices: [
            {
                id: "",
                name: qsTr("Any word")
            },
            ...root.seeking.words]
        chosen: root.seeking.word
        onChose: id => root.seeking.chooseWord(id)
    }
}
