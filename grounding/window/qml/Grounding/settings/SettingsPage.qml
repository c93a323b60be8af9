import QtQuick
import Grounding
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
    required property DoubleClick doubleClick

    // Brings a part to the top, and the keyboard to the first of what can be set in it.
    function reach(section: Section): void {
        const first = section.nextItemInFocusChain(true);
        let above = first;
        while (above && above !== section)
            above = above.parent;
        if (above)
            first.forceActiveFocus(Qt.TabFocusReason);
        const top = section.mapToItem(scroll.column, 0, 0).y;
        scroll.contentY = Math.max(0, Math.min(scroll.contentHeight - scroll.height, top));
    }

    ReadingScroll {
        id: scroll

        anchors.fill: parent
        spacing: Theme.gap * 1.6

        SettingsLinks {
            width: parent.width
            sections: Array.from(scroll.column.children).filter(each => each instanceof Section)
            onChosen: section => root.reach(section)
        }
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
        SettingsPace {
            preferences: root.preferences
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
        Section {
            title: qsTr("Safety notes")

            EdgedButton {
                text: qsTr("Safety notes")
                onClicked: root.flow.show("safety")
            }
        }
        SettingsKeys {
            flow: root.flow
        }
        SettingsOneKey {
            preferences: root.preferences
        }
        SettingsGiven {
            flow: root.flow
            doubleClick: root.doubleClick
            scroll: scroll
        }
        SettingsFiles {
            flow: root.flow
        }
        SettingsErase {
            flow: root.flow
        }
        Section {
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
