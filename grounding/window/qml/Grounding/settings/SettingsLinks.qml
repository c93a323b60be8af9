pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// The way to each part of the settings, from above all of them.
Wrap {
    id: root

    required property list<Section> sections

    signal chosen(section: Section)

    spacing: 0

    Repeater {
        model: root.sections

        QuietButton {
            id: link

            required property Section modelData

            dim: true
            leftPadding: 0
            rightPadding: Math.round(Theme.gap * 1.8)
            text: modelData.title
            font.pixelSize: Theme.small
            background: FocusRing {
                control: link
                anchors.margins: 0
                anchors.leftMargin: -4
                anchors.rightMargin: link.rightPadding - 4
                radius: 8
            }
            Accessible.role: Accessible.Link
            Accessible.onPressAction: click()
            onClicked: root.chosen(modelData)
        }
    }
}
