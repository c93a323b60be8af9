pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What is shown of the journal: its time, a place, a word, what is to be brought along; all of them at once.
Column {
    id: root

    required property Seeking seeking
    required property OverTime overTime
    required property Flow flow
    required property bool overTimeOffered
    required property real most

    property string open: ""

    readonly property var spans: [
        {
            id: "any",
            name: qsTr("Any time")
        },
        {
            id: "month",
            name: qsTr("Last 30 days")
        },
        {
            id: "year",
            name: qsTr("Last year")
        },
        {
            id: "chosen",
            name: qsTr("Chosen days")
        }
    ]

    signal listAsked
    signal overTimeAsked

    // Shows the choices of a filter, or puts them away; the keyboard stays on the filter.
    function toggle(filter: string): void {
        open = open === filter ? "" : filter;
        if (open === "word")
            seeking.readWords();
    }
    function shut(): void {
        const chip = open === "time" ? time : open === "place" ? place : word;
        open = "";
        chip.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gap

    Wrap {
        id: line

        readonly property real room: width - now.width - spacing - (root.overTimeOffered ? overTime.width + spacing : 0)
        readonly property bool onOneLine: chips.oneLine <= room

        width: parent.width

        LineWrap {
            id: chips

            width: line.onOneLine ? line.room : line.width

            FilterChip {
                id: time

                about: qsTr("Time")
                text: root.spans.find(each => each.id === root.seeking.span)?.name ?? ""
                on: root.seeking.span !== "any"
                open: root.open === "time"
                onClicked: root.toggle("time")
            }
            FilterChip {
                id: place

                about: qsTr("Place")
                text: root.seeking.regionName || qsTr("Any place")
                on: root.seeking.region !== ""
                open: root.open === "place"
                onClicked: root.toggle("place")
            }
            FilterChip {
                id: word

                about: qsTr("Word")
                text: root.seeking.wordName || qsTr("Any word")
                on: root.seeking.word !== ""
                open: root.open === "word"
                onClicked: root.toggle("word")
            }
            Chip {
                text: qsTr("Bring to session")
                checked: root.seeking.brought
                onClicked: root.seeking.chooseBrought(checked)
            }
            Words {
                height: Math.max(time.implicitHeight, implicitHeight)
                width: Math.min(implicitWidth, chips.width)
                visible: root.seeking.narrowed
                verticalAlignment: Text.AlignVCenter
                color: Theme.now.quiet
                text: qsTr("Only some are shown.")
            }
            EdgedButton {
                implicitHeight: time.implicitHeight
                visible: root.seeking.narrowed
                text: qsTr("Show all")
                onClicked: {
                    root.open = "";
                    root.seeking.clear();
                    root.listAsked();
                }
            }
        }
        WarmButton {
            id: now

            implicitHeight: time.implicitHeight
            leftPadding: Theme.gap * 1.6
            rightPadding: Theme.gap * 1.6
            text: qsTr("Write something now")
            onClicked: root.flow.writeNow()
        }
        EdgedButton {
            id: overTime

            visible: root.overTimeOffered
            implicitHeight: time.implicitHeight
            text: qsTr("Over time")
            onClicked: root.overTimeAsked()
        }
    }
    Loader {
        width: parent.width
        active: root.open !== ""
        visible: active
        sourceComponent: FilterChoices {
            filter: root.open
            most: root.most
            spans: root.spans
            seeking: root.seeking
            places: root.overTime.places
            onDone: root.shut()
        }
    }
}
