pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// What stands at the journal's tab: its page, or what is before it while that is locked, or cannot be read.
FocusScope {
    id: root

    required property Flow flow
    required property Lock lock
    required property Mending mending
    required property Backups backups
    required property var journal

    property string shown: ""

    // What is to be shown; for a moment after the start nobody knows yet.
    function wanted(): string {
        if (lock.shut)
            return "../guarding/LockedPage.qml";
        if (mending.done !== "")
            return "../guarding/MendedPage.qml";
        if (mending.trouble !== "")
            return "../guarding/MendPage.qml";
        return lock.state === "open" ? "JournalPage.qml" : "";
    }
    function turn(): void {
        const page = wanted();
        if (page === shown)
            return;
        shown = page;
        const parts = {
            "../guarding/LockedPage.qml": {
                lock
            },
            "../guarding/MendedPage.qml": {
                mending
            },
            "../guarding/MendPage.qml": {
                flow,
                mending,
                backups
            }
        };
        place.setSource(page, parts[page] ?? journal);
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
    Connections {
        target: root.mending

        function onChanged(): void {
            root.turn();
        }
    }
}
