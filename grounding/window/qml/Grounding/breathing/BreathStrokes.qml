pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// The strokes of a breath, a row each, and what is to be known of holds.
Column {
    id: root

    required property DrawnBreath drawn

    // The row that something was done with: rows are made anew when one comes or goes.
    property int touched: -1

    // And the one that the keyboard is in: it may go when something is taken back.
    property int within: -1

    signal escaped

    function rowOf(item: Item): StrokeRow {
        for (let above = item; above; above = above.parent)
            if (above instanceof StrokeRow)
                return above as StrokeRow;
        return null;
    }
    function comeBack(): void {
        const item = root.Window.activeFocusItem;
        if (within >= 0 && (!item || item instanceof Sheet))
            (rows.itemAt(Math.min(within, rows.count - 1)) as StrokeRow)?.reach();
    }

    onEscaped: within = -1
    spacing: Theme.gap * 0.7

    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged(): void {
            const item = root.Window.activeFocusItem;
            if (item && !(item instanceof Sheet))
                root.within = root.rowOf(item)?.at ?? -1;
        }
    }
    Repeater {
        id: rows

        model: root.drawn.count
        onCountChanged: Qt.callLater(root.comeBack)

        StrokeRow {
            required property int index

            width: root.width
            drawn: root.drawn
            at: index
            stroke: root.drawn.rows[index] ?? ({
                    what: "",
                    seconds: 0,
                    level: 0,
                    hold: false
                })
            onTouched: at => root.touched = at
            onEscaped: root.escaped()
            Component.onCompleted: if (root.touched === index) {
                root.touched = -1;
                Qt.callLater(reach);
            }
        }
    }
    Words {
        width: parent.width
        visible: root.drawn.holds
        color: Theme.now.quiet
        text: qsTr("Holding is not for everyone: not in pregnancy, with heart or lung illness, seizures, eye pressure, or after recent surgery. Holds can be skipped at any moment.")
    }
    Words {
        width: parent.width
        color: Theme.now.quiet
        text: qsTr("Small and easy is enough. If you feel dizzy or tingling: smaller, softer, or your own breath.")
    }
}
