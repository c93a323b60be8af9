pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Somebody's own voice for the prompts of a practice: one row a prompt.
Sheet {
    id: root

    required property Flow flow
    required property Sounding sounding
    required property Voices voices

    property int asked: -1

    // The row in which something was done last: rows are made anew whenever the practice has changed.
    property int touched: -1

    function leave(): void {
        if (voices.doing !== "")
            voices.letGo();
        else
            flow.back();
    }

    firstFocus: back
    onEscaped: leave()
    Component.onDestruction: voices.leave()

    ReadingScroll {
        anchors.top: parent.top
        anchors.bottom: room.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Theme.margin
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 44)
        spacing: Theme.gap * 1.4

        Wrap {
            flush: true
            width: parent.width

            EdgedButton {
                id: back

                text: qsTr("Back")
                onClicked: root.flow.back()
            }
            QuietButton {
                visible: root.voices.mayUndo
                text: qsTr("Undo")
                onClicked: root.voices.undo()
            }
        }
        Heading {
            width: parent.width
            text: qsTr("Sound of “%1”").arg(root.voices.title)
        }
        Words {
            width: parent.width
            color: Theme.now.quiet
            text: qsTr("Any of these can be spoken, by you or by somebody whose voice is good to hear. What is not spoken stays as words on the screen. The recordings stay on this computer.")
        }
        Words {
            width: parent.width
            visible: text !== ""
            color: Theme.now.warm
            Accessible.role: Accessible.AlertMessage
            text: (root.voices.row < 0 ? root.voices.said : "") || root.sounding.line
        }
        Repeater {
            model: root.voices.rows

            VoiceRow {
                required property var modelData
                required property int index

                width: parent.width
                voices: root.voices
                row: index
                words: modelData.text
                about: [modelData.place, modelData.quiet].filter(each => each !== "").join(" · ")
                spoken: modelData.spoken
                onTouched: root.touched = index
                Component.onCompleted: if (root.touched === index)
                    Qt.callLater(reach)
                onFileAsked: {
                    root.asked = index;
                    dialog.active = true;
                }
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
    Loader {
        id: dialog

        active: false
        source: "OpenDialog.qml"
        onLoaded: (item as OpenDialog).open()

        Connections {
            target: dialog.item as OpenDialog

            function onAccepted(): void {
                root.voices.takeIn(root.asked, (dialog.item as OpenDialog).selectedFile);
                dialog.active = false;
            }
            function onRejected(): void {
                dialog.active = false;
            }
        }
    }
}
