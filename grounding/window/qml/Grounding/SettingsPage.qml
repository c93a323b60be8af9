import QtQuick
import Grounding.Models

// What can be set; every change is kept at once.
Sheet {
    id: root

    required property Preferences preferences
    required property Answers answers
    required property Room room
    required property Flow flow
    required property Sounding sounding
    required property SoundTrial trial
    required property ReadingAloud reading
    required property Retention retention
    required property Lock lock
    required property Locksmith locksmith
    required property Backups backups

    ReadingScroll {
        id: scroll

        anchors.fill: parent
        spacing: Theme.gap * 1.6

        SettingsLook {
            preferences: root.preferences
        }
        SettingsSound {
            preferences: root.preferences
            sounding: root.sounding
            trial: root.trial
            reading: root.reading
            onShown: part => scroll.reveal(part)
        }
        SettingsKeeping {
            preferences: root.preferences
        }
        SettingsRetention {
            retention: root.retention
        }
        SettingsPlaces {
            preferences: root.preferences
            answers: root.answers
        }
        SettingsPassphrase {
            lock: root.lock
            locksmith: root.locksmith
            preferences: root.preferences
            flow: root.flow
        }
        SettingsBackups {
            backups: root.backups
            lock: root.lock
            flow: root.flow
            scroll: scroll
        }
        SettingsCrisis {
            room: root.room
        }
        SettingsSection {
            title: qsTr("Safety notes")

            EdgedButton {
                text: qsTr("Safety notes")
                onClicked: root.flow.show("safety")
            }
        }
        SettingsFiles {
            flow: root.flow
        }
        SettingsErase {
            flow: root.flow
        }
        SettingsSection {
            title: qsTr("About")

            Words {
                width: parent.width
                text: qsTr("Grounding %1").arg(Application.version)
            }
            Words {
                width: parent.width
                text: qsTr("A practice aid, not treatment.")
            }
            Words {
                width: parent.width
                color: Theme.now.quiet
                text: qsTr("Free software under the MIT licence.")
            }
        }
    }
}
