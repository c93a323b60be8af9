pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// How an entry read before, and until when.
Column {
    id: root

    required property var wordings

    spacing: Theme.gap * 1.4

    Repeater {
        model: root.wordings

        Column {
            id: wording

            required property var modelData

            width: root.width
            spacing: Theme.gap * 0.5

            Heading {
                width: parent.width
                font.pixelSize: Theme.normal
                color: Theme.now.quiet
                text: qsTr("Until %1").arg(wording.modelData.until)
            }
            Repeater {
                model: wording.modelData.lines

                Words {
                    required property string modelData

                    width: wording.width
                    text: modelData
                }
            }
        }
    }
}
