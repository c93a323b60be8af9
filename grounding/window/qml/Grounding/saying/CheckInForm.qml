pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The question, the places, and a group for each place that is chosen; what is put into it comes last.
Scroll {
    id: root

    required property string question
    required property Answers answers
    required property bool bodyShown
    property bool bodyOffered: true
    readonly property var wanted: answers.asked
    // Whether these answers have been shown, and what comes now is chosen here.
    property bool begun: false

    signal bodyAsked(shown: bool)
    signal done

    function focusFirst(): void {
        places.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    function placeOf(region: string): int {
        for (let at = 0; at < asked.count; at++)
            if (asked.get(at).region === region)
                return at;
        return -1;
    }
    // The groups of the places that are asked about stay as they are; a new one comes below them, and its question into view.
    function ask(): void {
        for (let at = 0; at < asked.count; at++)
            asked.setProperty(at, "on", asked.get(at).on && wanted.includes(asked.get(at).region));
        for (const region of wanted)
            askOf(region);
        begun = true;
    }
    function askOf(region: string): void {
        const at = placeOf(region);
        if (at >= 0 && asked.get(at).on)
            return;
        if (at >= 0)
            asked.move(at, asked.count - 1, 1);
        else
            asked.append({
                region,
                on: false
            });
        asked.setProperty(asked.count - 1, "on", true);
        if (begun)
            hold(((groups.itemAt(asked.count - 1) as Loader).item as PlaceGroup).question);
    }

    onWantedChanged: ask()
    spacing: Theme.gap

    Connections {
        target: root.answers

        function onRenewed(): void {
            root.begun = false;
        }
    }
    Heading {
        width: parent.width
        text: root.question
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("As many places as you like. You can leave it at that.")
    }
    Wrap {
        width: parent.width

        Repeater {
            id: places

            model: root.answers.regions

            Chip {
                required property var modelData

                text: modelData.name
                checked: root.answers.places.includes(modelData.id)
                onClicked: root.answers.choosePlace(modelData.id, checked)
                Keys.onEscapePressed: root.done()
            }
        }
    }
    Wrap {
        flush: true
        width: parent.width

        NoticedChip {
            text: qsTr("Nothing")
            noticed: "nothing"
            answers: root.answers
        }
        NoticedChip {
            text: qsTr("Can't tell")
            noticed: "cant-tell"
            answers: root.answers
        }
        NoticedChip {
            text: qsTr("Rather not say")
            noticed: "rather-not"
            answers: root.answers
        }
        QuietButton {
            dim: true
            visible: root.bodyOffered
            text: root.bodyShown ? qsTr("Hide the body") : qsTr("Show the body")
            onClicked: root.bodyAsked(!root.bodyShown)
        }
    }
    Repeater {
        id: groups

        model: ListModel {
            id: asked
        }

        Loader {
            id: group

            required property string region
            required property bool on

            width: root.column.width
            active: on
            visible: active
            sourceComponent: PlaceGroup {
                answers: root.answers
                region: group.region
                regionName: root.answers.regionName(group.region)
                onDone: root.done()
            }
        }
    }
}
