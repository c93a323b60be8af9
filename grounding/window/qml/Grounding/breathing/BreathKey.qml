import QtQuick
import Grounding
import Grounding.Models

// The circle as a key: held while one breathes in, by pointer, Space or Enter; a screen reader's press turns the breath.
FocusScope {
    id: root

    required property Pace pace

    function key(event: KeyEvent, filling: bool): void {
        event.accepted = [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter].includes(event.key);
        if (event.accepted && !event.isAutoRepeat)
            root.pace.key(filling);
    }

    activeFocusOnTab: true
    onActiveFocusChanged: if (!activeFocus)
        pace.turn(false)
    onVisibleChanged: if (!visible)
        focus = false
    Keys.onPressed: event => root.key(event, true)
    Keys.onReleased: event => root.key(event, false)
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Breathe in")
    Accessible.description: qsTr("Hold while you breathe in, and let go as you breathe out")
    Accessible.focusable: true
    Accessible.onPressAction: pace.turn(!pace.filling)

    FocusRing {
        control: root
    }
    MouseArea {
        anchors.fill: parent
        onPressed: root.pace.turn(true)
        onReleased: root.pace.turn(false)
        onCanceled: root.pace.turn(false)
    }
}
