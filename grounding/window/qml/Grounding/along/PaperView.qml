pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The page as it will be, as light as paper; every line of it can be struck out.
Column {
    id: root

    required property Printing printing

    property int at: -1

    signal emptied

    // Puts the keyboard on the line that has come to where one was struck out.
    function comeBack(): void {
        if (at < 0)
            return;
        const next = lines.itemAt(Math.min(at, lines.count - 1));
        at = -1;
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
        else
            emptied();
    }

    spacing: Theme.gap

    Item {
        id: sheets

        width: parent.width
        height: Math.max(1, root.printing.pictures.length) * (width * root.printing.shape + Theme.gap) - Theme.gap

        Repeater {
            model: Math.max(1, root.printing.pictures.length)

            Rectangle {
                required property int index

                y: index * (sheets.width * root.printing.shape + Theme.gap)
                width: sheets.width
                height: width * root.printing.shape
                radius: 4
                color: Theme.paper.card
                border.width: 1
                border.color: Theme.paper.line

                Words {
                    anchors.fill: parent
                    anchors.margins: Theme.margin
                    visible: root.printing.unchosen
                    color: Theme.paper.text
                    text: qsTr("Nothing is chosen yet.")
                }
                Image {
                    anchors.fill: parent
                    source: root.printing.pictures[parent.index] ?? ""
                    smooth: true
                    mipmap: true
                    cache: false
                    Accessible.ignored: true
                }
            }
        }
        Repeater {
            id: lines

            model: root.printing.lines

            StruckLine {
                required property var modelData
                required property int index

                x: modelData.x * sheets.width
                y: modelData.page * (sheets.width * root.printing.shape + Theme.gap) + modelData.y * sheets.width * root.printing.shape
                width: modelData.width * sheets.width
                height: modelData.height * sheets.width * root.printing.shape
                line: modelData.text
                number: index + 1
                onClicked: {
                    root.at = index;
                    root.printing.strike(modelData.key);
                }
            }
            onModelChanged: Qt.callLater(root.comeBack)
        }
    }
}
