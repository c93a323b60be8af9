pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding.Models

// The tabs above, `Back to the room` below, and between them the place for a page.
Item {
    id: root

    required property Flow flow
    required property Keeping keeping
    required property string sentence

    property alias body: place

    readonly property var pages: [
        {
            page: "home",
            name: qsTr("Practice")
        },
        {
            page: "journal",
            name: qsTr("Journal")
        },
        {
            page: "settings",
            name: qsTr("Settings")
        }
    ]

    function leadsTo(page: string): bool {
        return pages.some(each => each.page === page);
    }
    // The next tab, or the one before; around after the last.
    function step(by: int): void {
        const here = pages.findIndex(each => each.page === root.flow.page);
        flow.show(pages[(here + by + pages.length) % pages.length].page);
    }
    // The tab that the keyboard is on.
    function tabPressed(): Tab {
        for (let at = 0; at < shownTabs.count; at++)
            if ((shownTabs.itemAt(at) as Tab)?.visualFocus)
                return shownTabs.itemAt(at) as Tab;
        return null;
    }

    TabBar {
        id: tabs

        anchors.left: parent.left
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.topMargin: Theme.gap
        background: null
        spacing: Theme.gap
        currentIndex: root.pages.findIndex(each => each.page === root.flow.page)

        Repeater {
            id: shownTabs

            model: root.pages

            Tab {
                required property var modelData

                text: modelData.name
                here: root.flow.page === modelData.page
                onClicked: root.flow.show(modelData.page)
            }
        }
    }
    QuietLine {
        id: said

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tabs.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: visible ? Theme.gap : 0
        height: visible ? implicitHeight : 0
        text: root.sentence
        visible: text !== ""
        onDismissed: root.flow.heard()
    }
    Item {
        id: place

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: said.visible ? said.bottom : tabs.bottom
        anchors.bottom: back.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gap
    }
    RoomLink {
        id: back

        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin - Theme.gap
        anchors.bottomMargin: Theme.gap
        flow: root.flow
    }
}
