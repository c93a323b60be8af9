pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// A piece of the wave's line, drawn once and then only moved; where it is bent anew, the one fades into the other.
Item {
    id: root

    required property int number
    required property list<real> levels
    required property real reach
    required property real emptyY
    required property real thick

    readonly property color ink: Theme.now.warm
    // Whether it has come in at the edge just now: then nothing was here to fade.
    property bool fresh: true
    property bool anew: false

    function draw(): void {
        if (width <= 0 || reach <= 0)
            return;
        const room = Math.ceil(thick * 2.5);
        const above = Math.floor(emptyY - Math.max(...levels) * reach) - room;
        const high = Math.ceil(emptyY - Math.min(...levels) * reach) + room - above;
        const heights = levels.map(level => (emptyY - level * reach - above).toFixed(1));
        const line = ["image://look/line", ink.toString().slice(1), thick.toFixed(1), ...heights, width, high, Screen.devicePixelRatio].join("/");
        if (line === now.source.toString() && above === now.y)
            return;
        if (!fresh && Theme.fade > 0) {
            was.source = now.source;
            was.y = now.y;
            was.height = now.height;
            fading.restart();
        } else {
            fading.complete();
        }
        now.y = above;
        now.height = high;
        now.source = line;
    }
    // All of it is another: its size, or its colour.
    function drawAnew(): void {
        anew = true;
        soon.start();
    }

    onNumberChanged: {
        fresh = true;
        soon.start();
    }
    onLevelsChanged: draw()
    onReachChanged: drawAnew()
    onEmptyYChanged: drawAnew()
    onWidthChanged: drawAnew()
    onInkChanged: drawAnew()
    Component.onCompleted: {
        draw();
        soon.start();
    }

    component Drawn: Image {
        width: root.width
        smooth: GraphicsInfo.api !== GraphicsInfo.Software
        Accessible.ignored: true
    }
    Drawn {
        id: was

        visible: opacity > 0
        opacity: 0
    }
    Drawn {
        id: now
    }
    Timer {
        id: soon

        interval: 0
        onTriggered: {
            root.fresh = root.anew;
            root.anew = false;
            if (root.fresh)
                root.draw();
            root.fresh = false;
        }
    }
    ParallelAnimation {
        id: fading

        NumberAnimation {
            target: was
            property: "opacity"
            from: 1
            to: 0
            duration: Theme.fade
        }
        NumberAnimation {
            target: now
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fade
        }
    }
}
