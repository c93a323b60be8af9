pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The journal taken along as a file, and one taken in.
Sheet {
    id: root

    required property Flow flow
    required property Exporting exporting
    required property Importing importing
    required property Preferences preferences

    readonly property bool busy: exporting.writing || importing.working

    function leave(): void {
        if (exporting.writing)
            exporting.cancel();
        else if (importing.working)
            importing.cancel();
        else if (exporting.asks)
            exporting.keepThere();
        else
            flow.back();
    }

    onEscaped: leave()
    Component.onCompleted: {
        exporting.open();
        importing.open();
    }
    Component.onDestruction: {
        exporting.cancel();
        importing.cancel();
    }

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        EdgedButton {
            text: qsTr("Back to the journal")
            enabled: !root.busy
            onClicked: root.flow.back()
        }
        Heading {
            width: parent.width
            text: qsTr("Export and import")
        }
        ExportWhat {
            exporting: root.exporting
            enabled: !root.busy
        }
        FilePlace {
            file: root.exporting
            dialogSource: "ExportDialog.qml"
            enabled: !root.busy
            onLeaving: root.forceActiveFocus()
        }
        Words {
            width: parent.width
            color: Theme.now.warm
            text: qsTr("The file is not encrypted: whoever has it can read it. It goes where you put it, and nowhere else.")
        }
        Replacing {
            width: parent.width
            file: root.exporting
        }
        WorkingRow {
            width: parent.width
            working: root.exporting.writing
            asks: root.exporting.asks
            part: root.exporting.part
            partName: qsTr("%1 of 100 exported")
            name: qsTr("Export")
            possible: root.exporting.kind !== "" && !root.busy
            onAsked: root.exporting.write()
            onCancelled: root.exporting.cancel()
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.exporting.said || (root.exporting.written ? qsTr("Exported: %1").arg(root.exporting.where) : "")
        }
        ImportPart {
            flow: root.flow
            importing: root.importing
            preferences: root.preferences
            possible: !root.busy
            onLeaving: root.forceActiveFocus()
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
