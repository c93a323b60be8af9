pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// What is heard with the breath, how loud, and how it keeps in step with the circle.
Section {
    id: root

    required property Preferences preferences
    required property Sounding sounding
    required property SoundTrial trial
    required property ReadingAloud reading

    readonly property string tried: qsTr("The words would sound like this.")

    signal shown(part: Item)

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
    SettingsDelay {
        id: delay

        width: parent.width
        preferences: root.preferences
        trial: root.trial
        onShown: root.shown(delay)
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
