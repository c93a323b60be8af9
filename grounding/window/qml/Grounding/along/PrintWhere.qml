pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Where the page goes: to a printer, or into a PDF.
Column {
    id: root

    required property Printing printing
    required property Outward outward

    property bool asked: false

    readonly property bool possible: !outward.busy && !printing.empty && !printing.tooLong

    signal leaving

    spacing: Theme.gap

    Section {
        title: qsTr("Printer")

        Words {
            width: parent.width
            visible: root.outward.none
            color: Theme.now.quiet
            text: qsTr("No printer answers here. The page can be saved as a PDF, and printed anywhere.")
        }
        Wrap {
            width: parent.width
            visible: root.outward.printers.length > 0
            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Printer")

            Repeater {
                model: root.outward.printers

                ChoiceChip {
                    required property string modelData

                    text: modelData
                    checked: root.outward.printer === modelData
                    onClicked: root.outward.choosePrinter(modelData)
                }
            }
        }
    }
    Words {
        width: parent.width
        visible: root.printing.tooLong
        color: Theme.now.warm
        text: qsTr("This is more than two pages, and only as much can be taken along. Fewer entries fit, or fewer lines.")
    }
    WarmButton {
        text: qsTr("Print")
        visible: !root.outward.none
        enabled: root.outward.printer !== "" && root.possible
        onClicked: root.outward.printPage()
    }
    FilePlace {
        title: qsTr("Where the PDF goes")
        file: root.outward
        dialogSource: "PdfDialog.qml"
        onLeaving: root.leaving()
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Whoever has the page can read it.")
    }
    Replacing {
        width: parent.width
        file: root.outward
    }
    WarmButton {
        id: save

        text: qsTr("Save as PDF")
        visible: !root.outward.asks
        enabled: root.possible && root.outward.where.trim() !== ""
        onClicked: root.outward.write()
    }
    Connections {
        target: root.outward

        function onChanged(): void {
            if (root.asked && !root.outward.asks && root.visible)
                Qt.callLater(save.forceActiveFocus, Qt.TabFocusReason);
            root.asked = root.outward.asks;
        }
    }
}
