pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// What has been said, newest first.
Sheet {
    id: root

    required property Diary diary
    required property Flow flow

    readonly property bool reading: diary.opened.id !== undefined

    onEscaped: diary.shut()
    Component.onCompleted: diary.refresh()
    Component.onDestruction: {
        diary.shut();
        diary.leave();
    }

    JournalList {
        id: list

        anchors.fill: parent
        visible: !root.reading
        diary: root.diary
        flow: root.flow
    }
    Loader {
        anchors.fill: parent
        active: root.reading
        sourceComponent: OpenedEntry {
            anchors.fill: parent
            diary: root.diary
        }
        onActiveChanged: {
            if (!active && list.last !== "")
                Qt.callLater(list.comeBack);
        }
    }
    Shortcut {
        sequences: [StandardKey.Undo]
        enabled: root.diary.mayUndo
        onActivated: root.diary.undo()
    }
}
