pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// What stands at the journal's tab: its page, or what is before it while that is locked.
FocusScope {
    id: root

    required property Lock lock
    required property var journal

    property string shown: ""

    // Shows what is wanted; for a moment after the start nobody knows yet, and nothing is shown.
    function turn(): void {
        const wanted = lock.shut ? "LockedPage.qml" : lock.state === "open" ? "JournalPage.qml" : "";
        if (wanted === shown)
            return;
        shown = wanted;
        place.setSource(wanted, wanted === "LockedPage.qml" ? {
            lock
        } : journal);
    }

    focus: true
    Component.onCompleted: turn()

    Loader {
        id: place

        anchors.fill: parent
        focus: true
    }
    Connections {
        target: root.lock

        function onChanged(): void {
            root.turn();
        }
    }
}
