import QtQuick
import Grounding
import Grounding.Models

// One stroke of a breath: how long, to where, whether it holds; another one after it, or not this one.
Wrap {
    id: root

    required property DrawnBreath drawn
    required property int at
    required property var stroke

    // Whether all of it stands on one line, and then below what it is like in the rows above.
    readonly property bool roomy: width > Theme.unit * 38
    readonly property bool last: at === drawn.count - 1
    readonly property string about: qsTr("stroke %1, %2").arg(at + 1).arg(stroke.what)

    signal touched(at: int)
    signal escaped

    function reach(): void {
        seconds.forceActiveFocus(Qt.TabFocusReason);
    }

    component Beside: Words {
        height: Theme.target
        verticalAlignment: Text.AlignVCenter
        color: Theme.now.quiet
        Accessible.ignored: true
    }

    Beside {
        width: Theme.unit * 3
        color: Theme.now.calm
        text: root.stroke.what
    }
    AmountField {
        id: seconds

        name: qsTr("Seconds of stroke %1").arg(root.at + 1)
        Accessible.description: root.stroke.what
        amount: root.stroke.seconds
        step: 0.25
        onAsked: amount => root.drawn.lengthen(root.at, amount)
        onSettled: root.drawn.settle()
        onEscaped: root.escaped()
    }
    Beside {
        width: Theme.unit * 2
        text: qsTr("s")
    }
    AmountField {
        visible: !root.last
        name: qsTr("Fullness after stroke %1, 0 to 100").arg(root.at + 1)
        Accessible.description: root.stroke.what
        amount: root.stroke.level
        step: 5
        onAsked: amount => root.drawn.level(root.at, amount)
        onSettled: root.drawn.settle()
        onEscaped: root.escaped()
    }
    Beside {
        width: !root.last ? Theme.unit * 4 : root.roomy ? Theme.unit * 4 + seconds.width + root.spacing : implicitWidth
        text: root.last ? qsTr("ends empty") : qsTr("% full")
        wrapMode: Text.NoWrap
    }
    Item {
        width: Theme.unit * 5.6
        height: 1
        visible: root.roomy && !hold.visible
    }
    Chip {
        id: hold

        width: root.roomy ? Theme.unit * 5.6 : implicitWidth
        height: Theme.target
        visible: root.at > 0 && !root.last
        text: qsTr("Hold")
        Accessible.description: root.about
        checked: root.stroke.hold
        onClicked: root.drawn.hold(root.at, checked)
    }
    QuietButton {
        dim: true
        visible: root.drawn.mayAdd
        text: qsTr("Add after")
        Accessible.description: root.about
        onClicked: {
            root.touched(root.at + 1);
            root.drawn.add(root.at);
        }
    }
    QuietButton {
        dim: true
        visible: root.drawn.mayRemove
        text: qsTr("Remove")
        Accessible.description: root.about
        onClicked: {
            root.touched(Math.max(0, root.at - 1));
            root.drawn.remove(root.at);
        }
    }
}
