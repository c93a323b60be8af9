import QtQuick
import Grounding
import Grounding.Models

// The close: one line to keep, if any, and what becomes of what was said.
Item {
    id: root

    required property Run run
    required property Answers answers
    required property Keeping keeping
    required property Flow flow

    Scroll {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.unit * 40)
        height: Math.min(parent.height - Theme.margin, contentHeight)
        spacing: Theme.gap * 1.4

        Heading {
            width: parent.width
            text: root.run.words
        }
        NoteField {
            width: parent.width
            name: qsTr("A line to keep")
            placeholderText: qsTr("one line, if there is one")
            now: root.answers.line
            onTyped: text => root.answers.typeLine(text)
            onEscaped: (root.keeping.said && root.keeping.asks ? keep : done).forceActiveFocus()
        }
        Words {
            width: parent.width
            visible: root.keeping.said || root.keeping.tried || !root.keeping.asks
            color: Theme.now.quiet
            text: root.keeping.tried ? qsTr("Nothing of this is kept: the practice is only tried out.") : root.keeping.never ? qsTr("Nothing of this is kept, as you have set.") : root.keeping.asks ? qsTr("Keep what you said in your journal on this computer, or let it pass. Both are fine.") : qsTr("What you said goes into your journal on this computer.")
        }
        Wrap {
            flush: true
            width: parent.width

            WarmButton {
                id: keep

                visible: root.keeping.asks && root.keeping.said
                text: qsTr("Keep")
                onClicked: root.flow.keepAndEnd()
            }
            QuietButton {
                visible: root.keeping.asks && root.keeping.said
                text: qsTr("Let it pass")
                onClicked: root.flow.letPassAndEnd()
            }
            WarmButton {
                id: done

                visible: !(root.keeping.asks && root.keeping.said)
                text: qsTr("Done")
                onClicked: root.run.next()
            }
        }
        StepDots {
            step: root.run.step
            steps: root.run.steps
        }
    }
}
