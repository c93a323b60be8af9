import QtQuick
import Grounding
import Grounding.Models

// Which file somebody gives: typed, or chosen in the system's own dialog, or dropped on the window.
Column {
    id: root

    required property Receiving receiving

    readonly property Item first: choose

    signal leaving

    spacing: Theme.gap * 1.4

    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("A .practice file can be chosen here, or dropped on the window. You see what is in it before it comes onto your shelf.")
    }
    Words {
        width: parent.width
        visible: root.receiving.working
        text: visible ? qsTr("A moment…") : ""
    }
    WordField {
        id: where

        width: parent.width
        enabled: !root.receiving.working
        name: qsTr("Where it is")
        placeholderText: qsTr("where the file is")
        most: 4000
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
        onTyped: text => root.receiving.typeWhere(text)
        onAccepted: root.receiving.open()
        onEscaped: root.leaving()
        Component.onCompleted: text = root.receiving.where

        Connections {
            target: root.receiving

            function onChanged(): void {
                if (where.text !== root.receiving.where)
                    where.text = root.receiving.where;
            }
        }
    }
    Wrap {
        flush: true
        width: parent.width

        WarmButton {
            enabled: !root.receiving.working && root.receiving.where.trim() !== ""
            text: qsTr("Look into it")
            onClicked: root.receiving.open()
        }
        EdgedButton {
            id: choose

            enabled: !root.receiving.working
            text: qsTr("Choose a file…")
            leadsOut: true
            onClicked: dialog.active = true
        }
    }
    Asked {
        id: dialog

        source: "PracticeOpenDialog.qml"
        onChosen: file => root.receiving.chooseWhere(file)
    }
}
