pragma ComponentBehavior: Bound

import QtQuick
import Grounding
import Grounding.Models

// How it was over time: the moments of the place that is looked for, or else the whole body.
Rectangle {
    id: root

    required property Seeking seeking
    required property LongList moments
    required property OverTime overTime

    signal chosen(key: string)

    function enter(key: string): bool {
        return (shown.item as MomentsView)?.enter(key) ?? false;
    }

    radius: 14
    color: Theme.now.card
    border.width: 1
    border.color: Theme.now.line

    Loader {
        id: shown

        anchors.fill: parent
        anchors.margins: Theme.gap * 1.4
        sourceComponent: root.seeking.region === "" ? body : place
    }
    Component {
        id: body

        SpokenBody {
            seeking: root.seeking
            overTime: root.overTime
        }
    }
    Component {
        id: place

        MomentsView {
            seeking: root.seeking
            moments: root.moments
            onChosen: key => root.chosen(key)
        }
    }
}
