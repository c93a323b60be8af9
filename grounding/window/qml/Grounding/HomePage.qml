pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding.Models

// The orb at rest with `Breathe now`, and the shelf beside or below it.
Sheet {
    id: root

    required property Flow flow
    required property ShelfModel shelf
    required property Keeping keeping

    readonly property bool wide: width > height * 1.15 && width > Theme.unit * 46

    onSpaced: flow.breatheNow()
    onEntered: flow.begin()

    Scroll {
        id: scroll

        anchors.fill: parent
        widest: width

        Waiting {
            width: parent.width
            keeping: root.keeping
            flow: root.flow
        }
        Grid {
            width: parent.width
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.margin
            rowSpacing: Theme.margin

            Item {
                width: root.wide ? parent.width * 0.42 : parent.width
                height: root.wide ? Math.max(scroll.height - Theme.margin, now.height + 240) : side + now.height + Theme.gap * 2

                readonly property real side: Math.min(width, Math.max(160, scroll.height * 0.4))

                AbstractButton {
                    id: orb

                    anchors.horizontalCenter: parent.horizontalCenter
                    y: root.wide ? Math.max(0, (parent.height - height - now.height - Theme.gap) / 2) : 0
                    width: root.wide ? Math.min(parent.width, parent.height - now.height - Theme.margin) * 0.78 : parent.side
                    height: width
                    focusPolicy: Qt.NoFocus
                    Accessible.ignored: true
                    onClicked: root.flow.breatheNow()

                    Orb {
                        anchors.fill: parent
                        fullness: 0
                        reduced: false
                    }
                }
                WarmButton {
                    id: now

                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.top: orb.bottom
                    anchors.topMargin: Theme.gap * 1.5
                    text: qsTr("Breathe now")
                    onClicked: root.flow.breatheNow()
                }
            }
            ShelfList {
                width: root.wide ? parent.width - parent.width * 0.42 - Theme.margin : parent.width
                shelf: root.shelf
                flow: root.flow
            }
        }
    }
}
