pragma ComponentBehavior: Bound

import QtQuick
import Grounding

// Rows to choose from, or the letters of one, side by side.
Wrap {
    id: root

    // What each says, and what it does when it is pressed.
    required property var keys

    signal tabbed(forward: bool)

    function first(): Item {
        return repeater.itemAt(0) as Item;
    }

    Repeater {
        id: repeater

        model: root.keys

        EdgedButton {
            required property var modelData

            text: modelData.text
            Accessible.description: modelData.about
            onClicked: modelData.press()
            Keys.onTabPressed: root.tabbed(true)
            Keys.onBacktabPressed: root.tabbed(false)
        }
    }
}
