pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The breaths of one's own, and where a new one may begin.
Sheet {
    id: root

    required property Flow flow
    required property Breaths breaths

    // What came back has the keyboard.
    function reach(key: string): void {
        const place = root.breaths.rows.findIndex(each => each.id === key);
        (rows.itemAt(place) as BreathRow)?.forceActiveFocus(Qt.TabFocusReason);
    }

    firstFocus: back
    onEscaped: flow.back()
    Component.onCompleted: if (breaths.mayUndo)
        Qt.callLater(undo.reach)
    Component.onDestruction: breaths.leave()

    Connections {
        target: root.breaths

        function onCameBack(key: string): void {
            Qt.callLater(root.reach, key);
        }
    }
    ReadingScroll {
        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        Wrap {
            width: parent.width

            EdgedButton {
                id: back

                text: qsTr("Back")
                onClicked: root.flow.back()
            }
            UndoLine {
                id: undo

                visible: root.breaths.mayUndo
                text: qsTr("Deleted.")
                onUndone: root.breaths.undo()
            }
        }
        Heading {
            width: parent.width
            text: qsTr("Breaths of mine")
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("A breath drawn as you like it, in strokes of its own. It is kept as you change it, and stands among the other ways to breathe.")
        }
        Column {
            width: parent.width
            spacing: Theme.gap * 0.8
            visible: rows.count > 0

            Repeater {
                id: rows

                model: root.breaths.rows

                BreathRow {
                    required property var modelData

                    width: parent?.width ?? 0
                    text: modelData.name
                    told: modelData.told
                    onClicked: {
                        root.breaths.open(modelData.id);
                        root.flow.show("breath");
                    }
                }
            }
        }
        Section {
            title: qsTr("A new one, beginning as")

            Wrap {
                width: parent.width

                Repeater {
                    model: root.breaths.beginnings

                    EdgedButton {
                        required property var modelData

                        text: modelData.name
                        Accessible.description: qsTr("a new breath begins as this one")
                        onClicked: {
                            root.breaths.begin(modelData.id);
                            root.flow.show("breath");
                        }
                    }
                }
            }
        }
    }
    RoomLink {
        id: room

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
