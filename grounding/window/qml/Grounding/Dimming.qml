import QtQuick

// Between light and dark: on another page the paper that was lies over it and fades; on the same one it darkens first.
Rectangle {
    id: root

    required property string page
    required property string look

    property string pageBefore: ""

    // Back to the room begins in the dark where the sitting was, and turns warm from there.
    function wanted(): bool {
        return look === "dim" && (page === "sitting" || (page === "room" && Theme.dimmed));
    }
    function pass(): void {
        const before = pageBefore;
        pageBefore = page;
        if (wanted() === Theme.dimmed)
            return;
        covers.stop();
        clears.stop();
        if (before === page && Theme.fade > 0) {
            color = Theme.dim.below;
            covers.start();
            return;
        }
        color = Theme.now.below;
        Theme.dimmed = wanted();
        opacity = before === "room" ? 0 : 1;
        clears.start();
    }

    opacity: 0
    visible: opacity > 0
    onPageChanged: pass()
    onLookChanged: pass()
    Component.onCompleted: {
        Theme.dimmed = wanted();
        pageBefore = page;
    }

    NumberAnimation {
        id: covers

        target: root
        property: "opacity"
        to: 1
        duration: Theme.fade
        onFinished: {
            Theme.dimmed = root.wanted();
            clears.start();
        }
    }
    NumberAnimation {
        id: clears

        target: root
        property: "opacity"
        to: 0
        duration: Theme.dimmed ? Theme.fade : Theme.warming
    }
}
