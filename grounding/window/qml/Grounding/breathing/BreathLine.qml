pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Grounding
import Grounding.Models

// A breath as a line over time, as the orb goes; the end of each stroke can be dragged. It does not stand where pages scroll.
Rectangle {
    id: root

    required property DrawnBreath drawn
    required property BreathTrial trial

    // How many seconds lie between the edges; they stay while somebody drags.
    property real held: 0
    readonly property real span: held > 0 ? held : drawn.seconds * 1.08
    readonly property real gutter: Math.max(full.width, empty.width) + Theme.gap * 1.6
    readonly property real plotTop: 22
    readonly property real plotBottom: height - Theme.small * 1.4 - 16
    readonly property var rows: drawn.rows

    function across(seconds: real): real {
        return gutter + seconds / span * (width - gutter - 24);
    }
    function up(fullness: real): real {
        return plotBottom - fullness * (plotBottom - plotTop);
    }

    radius: 14
    color: Theme.now.card
    border.width: 1
    border.color: Theme.now.line
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("The breath as a line over time")
    Accessible.description: drawn.told

    component Note: PlainText {
        font.pixelSize: Theme.small
        color: Theme.now.quiet
    }

    // While somebody drags, what comes later may lie beyond the edge.
    Item {
        anchors.fill: parent
        anchors.rightMargin: 1
        clip: true

        Note {
            id: full

            x: Theme.gap
            y: root.up(1) - height / 2
            text: qsTr("full")
        }
        Note {
            id: empty

            x: Theme.gap
            y: root.up(0) - height / 2
            text: qsTr("empty")
        }
        Rectangle {
            x: root.gutter
            y: root.up(0)
            width: root.width - root.gutter - 24
            height: 1
            color: Theme.now.line
        }
        Repeater {
            model: root.drawn.count

            Item {
                id: part

                required property int index

                readonly property var row: root.rows[index] ?? ({
                        seconds: 0,
                        ends: 0,
                        level: 0
                    })
                readonly property real start: root.across(row.ends - row.seconds)

                x: root.across(row.ends)

                Rectangle {
                    y: root.up(part.row.level / 100)
                    width: 1
                    height: root.up(0) - y
                    color: Theme.now.line
                    opacity: 0.5
                }
                Note {
                    x: (part.start - part.x - width) / 2
                    y: root.up(0) + 7
                    visible: width + 8 < part.x - part.start
                    text: qsTr("%1 s").arg(part.row.seconds)
                }
            }
        }
        Shape {
            x: root.gutter
            y: root.plotTop
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeColor: Theme.now.warm
                strokeWidth: 3
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin
                fillColor: Qt.alpha(Theme.now.warm, 0.14)
                scale: Qt.size(root.across(1) - root.across(0), root.plotBottom - root.plotTop)

                PathPolyline {
                    path: root.drawn.line
                }
            }
        }
        Rectangle {
            x: root.across(root.trial.along) - width / 2
            y: root.up(root.trial.fullness) - height / 2
            objectName: "mark"
            width: 14
            height: 14
            radius: 7
            color: Theme.now.calm
            border.width: 2
            border.color: Theme.now.card
            visible: root.trial.moving && root.trial.along >= 0 && !Theme.reduced
        }
    }
    Repeater {
        model: root.drawn.count

        BreathHandle {
            required property int index

            readonly property var row: root.rows[index] ?? ({
                    ends: 0,
                    level: 0,
                    seconds: 0
                })

            x: root.across(row.ends) - width / 2
            y: root.up(row.level / 100) - height / 2
            seconds: row.seconds
            fullness: row.level / 100
            perSecond: root.across(1) - root.across(0)
            perFullness: root.up(0) - root.up(1)
            visible: dragged || x + width / 2 < root.width
            onTaken: root.held = root.span
            onDrawnTo: (seconds, fullness) => root.drawn.draw(index, seconds, fullness)
            onLetGo: {
                root.held = 0;
                root.drawn.settle();
            }
        }
    }
}
