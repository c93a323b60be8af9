pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The orb at rest with `Breathe now`, and the shelf beside it, or below it where the window is narrow.
Sheet {
    id: root

    required property Flow flow
    required property ShelfModel shelf
    required property Deleting deleting
    required property Keeping keeping

    readonly property bool wide: width > height * 1.15 && width > Theme.unit * 46 && height > Theme.unit * 26

    // Whether the shelf beside the orb has little room.
    readonly property bool brief: height < Theme.unit * 34

    onSpaced: flow.breatheNow()
    onEntered: flow.begin()

    Waiting {
        id: waiting

        anchors.top: parent.top
        width: parent.width
        keeping: root.keeping
        flow: root.flow
    }
    Loader {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: waiting.visible ? waiting.bottom : parent.top
        anchors.bottom: parent.bottom
        sourceComponent: root.wide ? beside : below
    }
    Component {
        id: beside

        Item {
            id: pair

            HomeOrb {
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: pair.width * (root.brief ? 0.36 : 0.44)
                side: Math.min(width * 0.8, pair.height * 0.7)
                flow: root.flow
            }
            Scroll {
                id: scroll

                readonly property real most: begin.y - Theme.gap - 2 * edge
                property real from: 0
                property bool away: false

                // What is chosen is seen, unless somebody looks elsewhere.
                function settle(): void {
                    away = away || held || Math.abs(contentY - from) > 1;
                    if (away)
                        return;
                    from = list.startFor(most);
                    contentY = from;
                }

                anchors.right: parent.right
                anchors.top: parent.top
                width: pair.width * (root.brief ? 0.62 : 0.54)
                height: (away ? most : list.wholeHeight(from, most)) + 2 * edge
                onMovementStarted: away = true
                widest: width
                onMostChanged: settling.restart()
                onContentHeightChanged: settling.restart()

                ShelfList {
                    id: list

                    width: parent.width
                    brief: root.brief
                    leadsTo: begin.button
                    shelf: root.shelf
                    deleting: root.deleting
                    flow: root.flow
                }
            }
            Timer {
                id: settling

                interval: 0
                onTriggered: scroll.settle()
            }
            HomeBegin {
                id: begin

                anchors.left: scroll.left
                anchors.leftMargin: scroll.edge
                anchors.bottom: parent.bottom
                anchors.bottomMargin: -Theme.target * 0.5
                width: scroll.width - scroll.edge
                most: pair.height * 0.45
                shelf: root.shelf
                deleting: root.deleting
                flow: root.flow
                onReached: {
                    const row = list.chosenRow();
                    if (row && !scroll.shows(row))
                        scroll.reveal(row);
                }
            }
        }
    }
    Component {
        id: below

        Scroll {
            id: column

            widest: width
            spacing: Theme.margin

            HomeOrb {
                width: column.column.width
                side: Math.min(width, Math.max(140, column.height * 0.5))
                flow: root.flow
            }
            ShelfList {
                id: shelved

                width: column.column.width
                leadsTo: beginBelow.button
                shelf: root.shelf
                deleting: root.deleting
                flow: root.flow
            }
            HomeBegin {
                id: beginBelow

                width: column.column.width
                shelf: root.shelf
                deleting: root.deleting
                flow: root.flow
                // With it, where there is room for both.
                onReached: begin => {
                    const row = shelved.chosenRow();
                    if (row && begin.mapToItem(row, 0, begin.height).y <= column.height)
                        column.reveal(row);
                }
            }
        }
    }
}
