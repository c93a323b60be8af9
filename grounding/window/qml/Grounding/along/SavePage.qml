pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// A practice as a sound file: what is heard in it, what kind it is, where it goes, and how far it is.
Sheet {
    id: root

    required property Flow flow
    required property Saving saving

    readonly property bool writing: saving.writing
    readonly property bool asks: saving.asks
    readonly property var kindNames: ({
            "mp3": qsTr("MP3: plays everywhere"),
            "ogg": qsTr("OGG: small"),
            "flac": qsTr("FLAC: exact"),
            "wav": qsTr("WAV: exact, large")
        })

    function leave(): void {
        if (saving.writing)
            saving.cancel();
        else if (asks)
            saving.keepThere();
        else
            flow.back();
    }

    // What the keyboard was on has gone.
    function reach(): void {
        (saving.writing ? cancel : save).forceActiveFocus(Qt.TabFocusReason);
    }

    onWritingChanged: Qt.callLater(reach)
    onAsksChanged: if (!asks)
        Qt.callLater(reach)
    onEscaped: leave()

    ReadingScroll {
        id: scroll

        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            text: qsTr("Save “%1” as sound").arg(root.saving.title)
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("The same sounds, for a phone or a player. Where you answer in your own time, the file stays quiet for a while. Nothing you have said is in it, and no name.")
        }
        Section {
            title: qsTr("Heard in it")
            enabled: !root.saving.writing

            SoundChoice {
                width: parent.width
                sound: root.saving.sound
                onChosen: sound => root.saving.chooseSound(sound)
            }
            WideCheck {
                width: parent.width
                text: qsTr("A bowl at the beginning, each change of place, and the end")
                checked: root.saving.bowl
                onClicked: root.saving.chooseBowl(checked)
            }
            WideCheck {
                width: parent.width
                visible: root.saving.spoken
                text: qsTr("The prompts that somebody speaks")
                checked: root.saving.clips
                onClicked: root.saving.chooseClips(checked)
            }
        }
        Section {
            title: qsTr("Kind of file")
            enabled: !root.saving.writing

            Wrap {
                width: parent.width

                Repeater {
                    model: root.saving.kinds

                    ChoiceChip {
                        required property string modelData

                        text: root.kindNames[modelData]
                        checked: root.saving.kind === modelData
                        onClicked: root.saving.chooseKind(modelData)
                    }
                }
            }
        }
        FilePlace {
            file: root.saving
            dialogSource: "SaveDialog.qml"
            onLeaving: root.forceActiveFocus()
        }
        Replacing {
            width: parent.width
            file: root.saving
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                id: save

                visible: !root.saving.writing && !root.saving.asks
                enabled: root.saving.kind !== ""
                text: qsTr("Save")
                onClicked: root.saving.write()
            }
            QuietButton {
                id: cancel

                visible: root.saving.writing
                text: qsTr("Cancel")
                onClicked: root.saving.cancel()
            }
            QuietButton {
                visible: !root.saving.writing
                text: qsTr("Back")
                onClicked: root.flow.back()
            }
        }
        PartBar {
            width: parent.width
            visible: root.saving.writing
            value: root.saving.part
            Accessible.name: qsTr("%1 of 100 saved").arg(Math.floor(100 * value))
        }
        Told {
            width: parent.width
            scroll: scroll
            text: root.saving.said || (root.saving.written ? qsTr("Saved: %1").arg(root.saving.where) : "")
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
}
