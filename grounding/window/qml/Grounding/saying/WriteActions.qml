import QtQuick
import Grounding
import Grounding.Models

// What becomes of what is written.
Wrap {
    id: root
    flush: true

    required property Keeping keeping

    readonly property bool asks: keeping.asks && keeping.said

    signal kept
    signal letPass
    signal leave

    function reach(): void {
        (asks ? keep : done).forceActiveFocus(Qt.TabFocusReason);
    }

    WarmButton {
        id: keep

        visible: root.asks
        text: qsTr("Keep")
        onClicked: root.kept()
    }
    QuietButton {
        visible: root.asks
        text: qsTr("Let it pass")
        onClicked: root.letPass()
    }
    WarmButton {
        id: done

        visible: !root.asks
        text: root.keeping.said ? qsTr("Done") : qsTr("Not now")
        onClicked: root.leave()
    }
}
