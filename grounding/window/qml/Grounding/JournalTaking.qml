import QtQuick

// What can be done with the journal as a whole: a page of it printed, or all of it taken along.
Wrap {
    id: root

    signal asked(page: string)

    EdgedButton {
        text: qsTr("Print a page")
        onClicked: root.asked("print")
    }
    EdgedButton {
        text: qsTr("Export")
        onClicked: root.asked("export")
    }
}
