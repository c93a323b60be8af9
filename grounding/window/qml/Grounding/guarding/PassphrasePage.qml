pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A passphrase set, changed or taken away, and a new recovery code: one step at a time, and nothing before the last.
Sheet {
    id: root

    required property Flow flow
    required property Locksmith locksmith
    required property Outward outward

    readonly property string step: locksmith.step

    function leave(): void {
        if (!locksmith.working)
            flow.show("settings");
    }
    function title(): string {
        switch (step) {
        case "shown":
            return qsTr("Your recovery code");
        case "back":
            return qsTr("The code, from your paper");
        case "done":
            return qsTr("That is done");
        }
        switch (locksmith.aim) {
        case "change":
            return qsTr("Change the passphrase");
        case "remove":
            return qsTr("Remove the passphrase");
        case "code":
            return qsTr("A new recovery code");
        default:
            return qsTr("Set a passphrase");
        }
    }

    onEscaped: leave()
    Component.onDestruction: locksmith.leave()

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            text: root.title()
        }
        Loader {
            width: parent.width
            sourceComponent: ({
                    "about": about,
                    "old": old,
                    "new": fresh,
                    "shown": shown,
                    "back": back
                })[root.step] ?? done
            onLoaded: {
                scroll.contentY = 0;
                (item as PassphraseStep).forceActiveFocus();
            }
        }
    }
    RoomLink {
        id: room

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }

    Component {
        id: about

        PassphraseAbout {
            locksmith: root.locksmith
            onEnded: root.leave()
        }
    }
    Component {
        id: old

        PassphraseOld {
            locksmith: root.locksmith
            scroll: scroll
            onEnded: root.leave()
        }
    }
    Component {
        id: fresh

        PassphraseNew {
            locksmith: root.locksmith
            scroll: scroll
            onEnded: root.leave()
        }
    }
    Component {
        id: shown

        PassphraseCode {
            locksmith: root.locksmith
            outward: root.outward
            scroll: scroll
            onEnded: root.leave()
        }
    }
    Component {
        id: back

        PassphraseBack {
            locksmith: root.locksmith
            scroll: scroll
            onEnded: root.leave()
        }
    }
    Component {
        id: done

        PassphraseDone {
            locksmith: root.locksmith
            onEnded: root.leave()
        }
    }
}
