pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// One place over time: its moments, newest first, each for itself.
Item {
    id: root

    required property Seeking seeking
    required property LongList moments

    signal chosen(key: string)

    function enter(key: string): bool {
        return list.enter(key);
    }

    Heading {
        id: title

        width: parent.width
        font.pixelSize: Theme.large
        text: qsTr("%1, each time you met it").arg(root.seeking.regionName)
    }
    EntryList {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.bottom: whole.top
        anchors.topMargin: Theme.gap
        spacing: 0
        rows: root.moments
        delegate: MomentRow {
            required property var row
            required property int index

            width: ListView.view.width - Theme.gap
            moment: row
            focusPolicy: ListView.isCurrentItem || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
            onClicked: {
                ListView.view.currentIndex = index;
                root.chosen(moment.id);
            }
        }
    }
    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: list.top
        visible: root.moments.empty
        color: Theme.now.quiet
        text: qsTr("In this time it said nothing that was kept.")
    }
    QuietButton {
        id: whole

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: -Theme.gap
        anchors.bottomMargin: -Theme.gap * 0.6
        dim: true
        text: qsTr("The whole body")
        onClicked: root.seeking.chooseRegion("")
    }
}
