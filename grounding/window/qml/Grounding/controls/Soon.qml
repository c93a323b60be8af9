import QtQuick

// Something done once all that is under way has been laid out; it goes with the page it belongs to.
Timer {
    id: root

    property var work: null

    function run(wanted: var): void {
        work = wanted;
        restart();
    }

    interval: 0
    onTriggered: root.work()
}
