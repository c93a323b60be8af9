import QtQuick
import Grounding

// What is for a doctor, said where its link stands.
Rectangle {
    id: root

    required property MedicalLink link

    height: words.height + 2 * Theme.gap
    radius: 12
    color: Theme.now.card
    border.width: 1
    border.color: Theme.now.line
    visible: link.open

    Words {
        id: words

        x: Theme.gap
        y: Theme.gap
        width: parent.width - 2 * Theme.gap
        text: root.link.told
    }
}
