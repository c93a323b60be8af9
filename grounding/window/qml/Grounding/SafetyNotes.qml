pragma ComponentBehavior: Bound

import QtQuick

// What is good to know before; `brief` leaves only what everybody meets.
Column {
    id: root

    property bool brief: false

    readonly property var notes: [
        {
            about: qsTr("What this is"),
            says: qsTr("This is a practice aid. It is not treatment or diagnosis."),
            brief: true
        },
        {
            about: qsTr("At any time"),
            says: qsTr("You can stop at any time. Your eyes may stay open."),
            brief: true
        },
        {
            about: qsTr("Where"),
            says: qsTr("Not while driving, and not in water."),
            brief: true
        },
        {
            about: qsTr("Dizzy or tingling"),
            says: qsTr("If you feel dizzy or tingling: smaller, softer, or your own breath."),
            brief: true
        },
        {
            about: qsTr("Holding the breath"),
            says: qsTr("Some patterns hold the breath, and all of them can be done without the hold. Please leave holds out in pregnancy, with heart or lung illness, seizures or eye pressure, and after recent surgery."),
            brief: false
        },
        {
            about: qsTr("For a doctor now"),
            says: qsTr("New chest pain, trouble breathing, the worst headache or sudden loss of sight are for a doctor now, not for a practice."),
            brief: false
        },
        {
            about: qsTr("Afterwards"),
            says: qsTr("If a practice leaves you feeling worse, rest, and tell somebody you trust."),
            brief: false
        }
    ]

    spacing: brief ? Theme.gap * 0.6 : Theme.gap * 1.4

    Repeater {
        model: root.notes

        Column {
            id: note

            required property var modelData

            width: root.width
            spacing: 4
            visible: modelData.brief || !root.brief

            Heading {
                width: parent.width
                visible: !root.brief
                font.pixelSize: Theme.large
                text: note.modelData.about
            }
            Words {
                width: parent.width
                text: note.modelData.says
            }
        }
    }
}
