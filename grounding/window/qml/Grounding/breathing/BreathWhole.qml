import QtQuick
import Grounding
import Grounding.Models

// A breath as a whole: its name, how many there are a minute, and what can be done with it.
Column {
    id: root

    required property Flow flow
    required property Breaths breaths
    required property DrawnBreath drawn
    required property BreathTrial trial

    // After it was breathed in, the button for that.
    readonly property Item first: breaths.tried ? breathe : back

    signal escaped

    function toggle(): void {
        if (trial.playing)
            trial.rest();
        else
            drawn.play();
    }

    spacing: Theme.gap

    Wrap {
        width: parent.width

        EdgedButton {
            id: back

            text: qsTr("Back")
            onClicked: root.flow.back()
        }
        EdgedButton {
            id: play

            // As wide as its wider word.
            width: Math.max(pauseWord.implicitWidth, playWord.implicitWidth) + leftPadding + rightPadding
            text: root.trial.playing ? pauseWord.text : playWord.text
            onClicked: root.toggle()

            PlainText {
                id: pauseWord

                visible: false
                font: play.font
                text: qsTr("Pause")
            }
            PlainText {
                id: playWord

                visible: false
                font: play.font
                text: qsTr("Play")
            }
        }
        QuietButton {
            id: undo

            enabled: root.drawn.mayUndo
            text: qsTr("Undo")
            onClicked: {
                root.drawn.undo();
                if (!root.drawn.mayUndo)
                    redo.forceActiveFocus(Qt.TabFocusReason);
            }
        }
        QuietButton {
            id: redo

            enabled: root.drawn.mayRedo
            text: qsTr("Redo")
            onClicked: {
                root.drawn.redo();
                if (!root.drawn.mayRedo)
                    undo.forceActiveFocus(Qt.TabFocusReason);
            }
        }
    }
    Column {
        width: parent.width
        spacing: 4

        Words {
            color: Theme.now.quiet
            text: qsTr("Name")
        }
        WordField {
            id: field

            function tellAgain(): void {
                give(root.drawn.name);
                cursorPosition = 0;
            }

            width: Math.min(parent.width, Theme.unit * 26)
            name: qsTr("Name of this breath")
            most: root.drawn.nameLength
            Component.onCompleted: tellAgain()
            onTyped: text => root.drawn.rename(text)
            onEscaped: root.escaped()
            onActiveFocusChanged: if (!activeFocus)
                tellAgain()
            Keys.onReturnPressed: tellAgain()
            Keys.onEnterPressed: tellAgain()
        }
    }
    Words {
        width: parent.width
        text: root.drawn.rate
    }
    Wrap {
        width: parent.width

        EdgedButton {
            text: qsTr("A little slower")
            onClicked: root.drawn.slower()
        }
        EdgedButton {
            text: qsTr("A little faster")
            onClicked: root.drawn.faster()
        }
    }
    Wrap {
        width: parent.width

        WarmButton {
            id: breathe

            text: qsTr("Breathe this way")
            onClicked: root.flow.breatheDrawn()
        }
        QuietButton {
            dim: true
            text: qsTr("Delete it")
            Accessible.description: root.drawn.name
            onClicked: {
                root.breaths.delete();
                root.flow.back();
            }
        }
    }
}
