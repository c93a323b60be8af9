import QtQuick
import Grounding
import Grounding.Models

// The journal has been put together again, or begun anew.
Sheet {
    id: root

    required property Mending mending

    readonly property bool begun: mending.done === "begun"

    function told(): string {
        if (begun)
            return qsTr("It is empty, and what you keep from now on goes there.");
        const from = [];
        if (mending.fromFile)
            from.push(qsTr("What was whole in the file is here, as it was said."));
        if (mending.fromBackup)
            from.push(mending.fromFile ? qsTr("What was not comes from a backup.") : qsTr("All of it comes from a backup."));
        return from.join(" ");
    }

    firstFocus: go

    ReadingScroll {
        anchors.fill: parent
        widest: Theme.unit * 40
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            topPadding: Theme.gap
            text: root.begun ? qsTr("A new journal is begun") : qsTr("Your journal can be read again")
        }
        Words {
            width: parent.width
            text: root.told()
        }
        Words {
            width: parent.width
            visible: root.mending.lost
            text: qsTr("Something that was in the file could not be found whole anywhere; all else is here.")
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("Nothing was deleted: a file that could not be read stays in the folder of the journal.")
        }
        WarmButton {
            id: go

            text: qsTr("To the journal")
            onClicked: root.mending.leave()
        }
    }
}
