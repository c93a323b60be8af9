pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// Every step of a practice that somebody gives, with all its words; what is spoken can be heard.
Column {
    id: root

    required property Receiving receiving

    spacing: Theme.gap * 1.4

    Repeater {
        model: root.receiving.steps

        Column {
            id: step

            required property var modelData

            width: root.width
            spacing: Theme.gap / 2

            Heading {
                width: parent.width
                font.pixelSize: Theme.normal
                text: step.modelData.name
            }
            Words {
                width: parent.width
                visible: text !== ""
                color: Theme.now.quiet
                font.pixelSize: Theme.small
                text: step.modelData.about
            }
            Repeater {
                model: step.modelData.parts

                Column {
                    id: part

                    required property var modelData

                    width: step.width

                    Words {
                        width: parent.width
                        topPadding: part.modelData.quiet ? Theme.gap / 2 : 0
                        color: part.modelData.quiet ? Theme.now.quiet : Theme.now.text
                        text: part.modelData.text
                    }
                    Wrap {
                        flush: true
                        width: parent.width
                        visible: part.modelData.row >= 0

                        QuietButton {
                            dim: true
                            text: qsTr("Listen")
                            Accessible.description: part.modelData.text
                            onClicked: root.receiving.listen(part.modelData.row)
                        }
                    }
                }
            }
        }
    }
}
