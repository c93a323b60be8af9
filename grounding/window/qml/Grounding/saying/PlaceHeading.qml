import QtQuick
import Grounding

// The question about one place; beside chest and eyes, the quiet link to what is for a doctor.
Column {
    id: root

    required property string text
    required property string regionName
    required property bool medical

    spacing: Theme.gap * 0.5

    Wrap {
        flush: true
        width: parent.width

        Heading {
            width: Math.min(Math.ceil(implicitWidth), root.width)
            height: root.medical ? Math.max(implicitHeight, Theme.target) : implicitHeight
            verticalAlignment: Text.AlignVCenter
            topPadding: root.medical ? 0 : Theme.gap * 0.5
            font.pixelSize: Theme.large
            text: root.text
        }
        MedicalLink {
            id: link

            visible: root.medical
            about: root.regionName
        }
    }
    MedicalWords {
        width: parent.width
        link: link
    }
}
