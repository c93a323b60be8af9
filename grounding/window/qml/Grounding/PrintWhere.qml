pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import Grounding.Models

// Where the page goes: to a printer, or into a PDF.
Column {
    id: root

    required property Printing printing
    required property Outward outward

    spacing: Theme.gap

    SettingsSection {
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
    Outcome {
        width: parent.width
        text: root.outward.said || (root.outward.printed ? qsTr("The printer has it.") : root.outward.saved !== "" ? qsTr("Saved: %1").arg(root.outward.saved) : "")
    }
    Wrap {
        width: parent.width

        WarmButton {
            text: qsTr("Print")
            visible: !root.outward.none
            enabled: root.outward.printer !== "" && !root.outward.busy && !root.printing.empty && !root.printing.tooLong
            onClicked: root.outward.printPage()
        }
        EdgedButton {
            text: qsTr("Save as PDF…")
            enabled: !root.outward.busy && !root.printing.empty && !root.printing.tooLong
            onClicked: dialog.active = true
        }
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Whoever has the page can read it.")
    }
    Loader {
        id: dialog

        active: false
        visible: false
        source: "PdfDialog.qml"
        onLoaded: {
            const asked = item as FileDialog;
            asked.selectedFile = root.outward.url;
            asked.open();
        }

        Connections {
            target: dialog.item as FileDialog

            function onAccepted(): void {
                root.outward.savePdf((dialog.item as FileDialog).selectedFile);
                dialog.active = false;
            }
            function onRejected(): void {
                dialog.active = false;
            }
        }
    }
}
