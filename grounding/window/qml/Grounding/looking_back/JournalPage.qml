pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What has been said: looked through, opened, changed.
Sheet {
    id: root

    required property Lock lock
    required property Diary diary
    required property Seeking seeking
    required property LongList entries
    required property LongList moments
    required property OverTime overTime
    required property Opened opened
    required property Rewording rewording
    required property Answers reworded
    required property Keeping keeping
    required property Flow flow

    readonly property bool reading: opened.key !== ""
    readonly property bool browsing: !reading && !rewording.open

    writes: rewording.open
    onBrowsingChanged: if (browsing)
        back.start()
    onEscaped: {
        if (rewording.open)
            rewording.leave();
        else
            opened.shut();
    }
    Keys.onDownPressed: event => {
        event.accepted = browsing && Window.activeFocusItem === root;
        if (event.accepted)
            browser.comeBack();
    }
    Component.onCompleted: {
        diary.open();
        overTime.open();
    }
    Component.onDestruction: {
        opened.shut();
        rewording.leavePage();
        overTime.leave();
        diary.leave();
    }

    JournalBrowser {
        id: browser

        anchors.fill: parent
        visible: root.browsing
        lock: root.lock
        diary: root.diary
        seeking: root.seeking
        entries: root.entries
        moments: root.moments
        overTime: root.overTime
        opened: root.opened
        rewording: root.rewording
        keeping: root.keeping
        flow: root.flow
    }
    Loader {
        anchors.fill: parent
        active: root.reading && !root.rewording.open
        sourceComponent: OpenedEntry {
            anchors.fill: parent
            opened: root.opened
            rewording: root.rewording
        }
    }
    Loader {
        anchors.fill: parent
        active: root.rewording.open
        sourceComponent: RewordingView {
            anchors.fill: parent
            answers: root.reworded
            rewording: root.rewording
        }
    }
    Timer {
        id: back

        interval: 0
        onTriggered: if (!(root.Window.activeFocusItem instanceof Tab))
            browser.comeBackFromEntry()
    }
    Shortcut {
        sequences: [StandardKey.Undo]
        enabled: root.browsing && (root.rewording.mayUndo || root.diary.mayUndo)
        onActivated: root.rewording.mayUndo ? root.rewording.undo() : root.diary.undo()
    }
    Shortcut {
        sequences: [StandardKey.Find]
        enabled: root.browsing
        onActivated: browser.seek()
    }
}
