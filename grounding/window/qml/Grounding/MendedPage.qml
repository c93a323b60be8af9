import QtQuick
import Grounding.Models

// The journal has been put together again.
Sheet {
    id: root

    required property Mending mending

    firstFocus: go

    ReadingScroll {
        anchors.fill: parent
        widest: Theme.unit * 40
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            topPadding: Theme.gap
            text: qsTr("Your journal can be read again")
        }
        Words {
            width: parent.width
            text: root.mending.lost === 0 ? qsTr("No entry that is known of is missing.") : qsTr("Some of what was in the file could not be found whole anywhere; all else is here.")
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("The file as it was is set aside in the folder of the journal.")
        }
        WarmButton {
            id: go

            text: qsTr("To the journal")
            onClicked: root.mending.leave()
        }
    }
}
