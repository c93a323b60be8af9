pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What is written: as what kind of file, all of it or what the journal page shows.
Section {
    id: root

    required property Exporting exporting

    title: qsTr("Kind of file")

    Column {
        width: parent.width
        Accessible.role: Accessible.Grouping
        Accessible.name: root.title

        WideChoice {
            width: parent.width
            text: qsTr("JSON")
            meaning: qsTr("Loses nothing: this program, and others, can read it again, in many years too.")
            checked: root.exporting.kind === "json"
            onClicked: root.exporting.chooseKind("json")
        }
        WideChoice {
            width: parent.width
            text: qsTr("CSV")
            meaning: qsTr("For a spreadsheet: a row for each sensation. Earlier wordings are not in it.")
            checked: root.exporting.kind === "csv"
            onClicked: root.exporting.chooseKind("csv")
        }
    }
    WideCheck {
        width: parent.width
        visible: root.exporting.kind === "csv"
        text: qsTr("Put an apostrophe before what a spreadsheet could take for a formula")
        checked: root.exporting.guard
        onClicked: root.exporting.chooseGuard(checked)
    }
    WideCheck {
        width: parent.width
        visible: root.exporting.maySome
        text: qsTr("Only the entries that the journal page shows now")
        checked: root.exporting.some
        onClicked: root.exporting.chooseSome(checked)
    }
}
