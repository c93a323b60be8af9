import QtQuick
import QtQuick.Controls.Basic
import Grounding
import Grounding.Models

// Where everything is, to read and to copy.
Section {
    id: root

    required property Flow flow

    title: qsTr("Where the files are")

    TextArea {
        id: place

        width: parent.width
        readOnly: true
        selectByMouse: true
        wrapMode: TextEdit.WrapAnywhere
        text: root.flow.home
        font.pixelSize: Theme.normal
        color: Theme.now.text
        selectionColor: Theme.now.warm
        selectedTextColor: Theme.now.warmInk
        activeFocusOnTab: true
        Accessible.name: root.title

        background: Rectangle {
            radius: 8
            color: Theme.now.card
            border.width: place.activeFocus ? 2 : 1
            border.color: place.activeFocus ? Theme.now.focus : Theme.now.line
        }

        Keys.priority: Keys.BeforeItem // for why not KeyNavigation, see NoteField
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    }
}
