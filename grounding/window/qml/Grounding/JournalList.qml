pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// The entries as cards, and above them, for a short while, what takes a deletion back.
ReadingScroll {
    id: root

    required property Diary diary
    required property Flow flow

    property string last: ""

    // Puts the keyboard where it was before an entry was opened, or else on the first.
    function comeBack(): void {
        let place = cards.itemAt(0) ?? root;
        for (let at = 0; at < cards.count; at++) {
            const card = cards.itemAt(at) as EntryCard;
            if (card && card.entry.id === last)
                place = card;
        }
        place.forceActiveFocus();
    }

    spacing: Theme.gap * 1.2

    Heading {
        width: parent.width
        topPadding: Theme.gap
        text: qsTr("What has been said")
    }
    JournalTaking {
        width: parent.width
        onAsked: page => root.flow.show(page)
    }
    Wrap {
        width: parent.width
        visible: root.diary.mayUndo

        Words {
            height: Theme.target
            verticalAlignment: Text.AlignVCenter
            text: qsTr("Deleted.")
        }
        EdgedButton {
            text: qsTr("Undo")
            Accessible.description: qsTr("Deleted.")
            onVisibleChanged: {
                if (visible)
                    forceActiveFocus();
                else if (activeFocus)
                    Qt.callLater(root.comeBack);
            }
            onClicked: root.diary.undo()
        }
    }
    Words {
        width: parent.width
        visible: root.diary.read && root.diary.entries.length === 0
        color: Theme.now.quiet
        text: qsTr("Nothing is here, and nothing is expected of you. What you choose to keep can be read here.")
    }
    Repeater {
        id: cards

        model: root.diary.entries

        EntryCard {
            required property var modelData

            width: root.column.width
            entry: modelData
            onClicked: {
                root.last = entry.id;
                root.diary.open(entry.id);
            }
        }
    }
    EdgedButton {
        visible: root.diary.more
        text: qsTr("Older ones")
        onVisibleChanged: {
            if (!visible && activeFocus)
                Qt.callLater(root.comeBack);
        }
        onClicked: root.diary.readMore()
    }
}
