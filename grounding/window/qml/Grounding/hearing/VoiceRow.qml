import QtQuick
import Grounding
import Grounding.Models

// One prompt and its voice: none yet, one that is kept, or one that is just being recorded.
Column {
    id: root

    required property Voices voices
    required property int row
    required property string words
    required property string about
    required property bool spoken

    readonly property bool here: voices.row === row
    readonly property string doing: here ? voices.doing : ""
    readonly property bool free: voices.doing === ""

    signal fileAsked
    signal touched

    // Put the keyboard on what comes next here, for what it was on has gone.
    function reach(): void {
        const next = {
            "recording": stop,
            "taking": letGo,
            "taken": listen
        };
        (next[doing] ?? (spoken ? listen : record)).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.gap / 2
    onDoingChanged: {
        if (doing !== "")
            touched();
        Qt.callLater(reach);
    }

    Words {
        width: parent.width
        text: root.words
    }
    Words {
        width: parent.width
        visible: text !== ""
        color: Theme.now.quiet
        font.pixelSize: Theme.small
        text: root.spoken ? qsTr("%1 · spoken").arg(root.about) : root.about
    }
    Words {
        width: parent.width
        visible: text !== ""
        color: Theme.now.warm
        Accessible.role: Accessible.AlertMessage
        text: root.here ? root.voices.said : ""
    }
    LevelBar {
        width: Math.min(parent.width, 340)
        visible: root.doing === "recording"
        level: root.voices.level
        seconds: root.voices.seconds
    }
    Words {
        width: parent.width
        visible: root.doing === "taken"
        color: Theme.now.warm
        text: qsTr("%1 seconds. It can be heard, kept, or tried again.").arg(root.voices.seconds.toFixed(1))
    }
    Wrap {
        flush: true
        width: parent.width

        QuietButton {
            id: stop

            visible: root.doing === "recording"
            text: qsTr("Stop recording")
            Accessible.description: root.words
            onClicked: root.voices.stop()
        }
        QuietButton {
            id: listen

            visible: root.doing === "taken" || (root.spoken && root.free)
            text: qsTr("Listen")
            Accessible.description: root.words
            onClicked: root.voices.listen(root.row)
        }
        WarmButton {
            visible: root.doing === "taken"
            text: qsTr("Keep")
            Accessible.description: root.words
            onClicked: root.voices.keep()
        }
        QuietButton {
            id: letGo

            visible: root.doing === "taken" || root.doing === "recording" || root.doing === "taking"
            text: qsTr("Let it go")
            Accessible.description: root.words
            onClicked: root.voices.letGo()
        }
        QuietButton {
            id: record

            visible: root.free || root.doing === "taken"
            text: root.doing === "taken" ? qsTr("Record again") : qsTr("Record")
            Accessible.description: root.words
            onClicked: root.voices.record(root.row)
        }
        QuietButton {
            visible: root.free
            text: qsTr("Choose a file…")
            leadsOut: true
            Accessible.description: root.words
            onClicked: root.fileAsked()
        }
        QuietButton {
            dim: true
            visible: root.spoken && root.free
            text: qsTr("Remove")
            Accessible.description: root.words
            onClicked: {
                root.touched();
                root.voices.remove(root.row);
            }
        }
    }
}
