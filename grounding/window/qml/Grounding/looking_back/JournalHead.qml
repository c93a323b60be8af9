import QtQuick
import Grounding
import Grounding.Models

// The name of the page, the search, and at its side what can be done with the journal as a whole.
Wrap {
    id: root

    required property Lock lock
    required property Seeking seeking
    required property bool pageOffered

    readonly property bool onOneLine: title.implicitWidth + actions.oneLine + spacing <= width

    signal listAsked
    signal taken(page: string)

    function seek(): void {
        search.forceActiveFocus(Qt.ShortcutFocusReason);
        search.selectAll();
    }

    topPadding: Theme.gap * 0.5

    Heading {
        id: title

        width: root.onOneLine ? root.width - actions.oneLine - root.spacing : root.width
        height: Math.max(implicitHeight, root.onOneLine ? search.implicitHeight : 0)
        verticalAlignment: Text.AlignVCenter
        text: qsTr("What has been said")
    }
    LineWrap {
        id: actions
        flush: true

        width: root.onOneLine ? oneLine : root.width

        WordField {
            id: search

            implicitWidth: Math.min(Theme.unit * 15, root.width)
            name: qsTr("Search")
            placeholderText: qsTr("Search your words")
            Component.onCompleted: text = root.seeking.text
            onTyped: text => root.seeking.type(text)
            onEscaped: {
                clear();
                root.listAsked();
            }
            Keys.onDownPressed: root.listAsked()
            Keys.onReturnPressed: root.listAsked()
            Keys.onEnterPressed: root.listAsked()

            Connections {
                target: root.seeking

                function onCleared(): void {
                    search.clear();
                }
            }
        }
        QuietButton {
            visible: root.pageOffered
            text: qsTr("Print a page")
            onClicked: root.taken("print")
        }
        QuietButton {
            text: qsTr("Export")
            onClicked: root.taken("export")
        }
        LockButton {
            lock: root.lock
        }
    }
}
