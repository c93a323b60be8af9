pragma ComponentBehavior: Bound

import QtQuick
import Grounding.Models

// What is heard with the breath, how loud, and how it keeps in step with the circle.
SettingsSection {
    id: root

    required property Preferences preferences
    required property Sounding sounding
    required property SoundTrial trial
    required property ReadingAloud reading

    readonly property string tried: qsTr("The words would sound like this.")

    title: qsTr("Sound")

    SoundChoice {
        width: parent.width
        sound: root.preferences.sound
        onChosen: sound => root.preferences.chooseSound(sound)
    }
    WideCheck {
        width: parent.width
        text: qsTr("A bowl at the beginning, each change of place, and the end")
        checked: root.preferences.bowl
        onClicked: root.preferences.chooseBowl(checked)
    }
    QuietSlider {
        width: parent.width
        text: qsTr("Volume of the breath")
        said: qsTr("%1 of 100").arg(value)
        from: 0
        to: 100
        stepSize: 5
        start: root.preferences.breathPercent
        onChosen: {
            root.preferences.chooseBreathPercent(value);
            root.trial.hear("breath");
        }
    }
    QuietSlider {
        width: parent.width
        text: qsTr("Volume of the bowl")
        said: qsTr("%1 of 100").arg(value)
        from: 0
        to: 100
        stepSize: 5
        start: root.preferences.bowlPercent
        onChosen: {
            root.preferences.chooseBowlPercent(value);
            root.trial.hear("bowl");
        }
    }
    QuietSlider {
        width: parent.width
        text: qsTr("Volume of the voice")
        said: qsTr("%1 of 100").arg(value)
        from: 0
        to: 100
        stepSize: 5
        start: root.preferences.voicePercent
        onChosen: {
            root.preferences.chooseVoicePercent(value);
            if (!root.trial.hear("voice") && root.preferences.readAloud)
                root.reading.tryOut(root.tried);
        }
    }
    QuietSlider {
        width: parent.width
        text: qsTr("Output delay")
        said: qsTr("%1 ms").arg(value)
        from: 0
        to: 400
        stepSize: 10
        start: root.preferences.delayMs
        onChosen: root.preferences.chooseDelayMs(value)
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("A headset without a wire plays a little late. While the circle below breathes, move the delay until the bowl is struck just as the circle is full.")
    }
    EdgedButton {
        text: root.trial.tuning ? qsTr("That will do") : qsTr("Tune by eye and ear")
        onClicked: root.trial.tune(!root.trial.tuning)
    }
    Loader {
        active: root.trial.tuning
        visible: active
        anchors.horizontalCenter: parent.horizontalCenter
        sourceComponent: Item {
            width: side * 1.4
            height: width

            readonly property real side: Math.min(220, root.width * 0.6)

            Orb {
                id: orb

                anchors.centerIn: parent
                width: parent.side
                height: width
                fullness: 0
            }

            FrameAnimation {
                running: true
                onTriggered: orb.fullness = root.trial.fullness()
            }
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        color: Theme.now.warm
        Accessible.role: Accessible.AlertMessage
        text: root.sounding.line
    }
    WideCheck {
        width: parent.width
        text: qsTr("Read the words aloud")
        checked: root.preferences.readAloud
        onClicked: {
            root.preferences.chooseReadAloud(checked);
            if (checked)
                root.reading.tryOut(root.tried);
        }
    }
    Words {
        width: parent.width
        visible: text !== ""
        color: Theme.now.warm
        Accessible.role: Accessible.AlertMessage
        text: root.reading.line
    }
    WideCheck {
        width: parent.width
        text: qsTr("Tell breath and words to a screen reader")
        checked: root.preferences.announce
        onClicked: root.preferences.chooseAnnounce(checked)
    }
    Component.onDestruction: root.trial.stop()
}
