import QtQuick

// The paper behind every page; where it is dim it is one colour, which costs less to lay anew beneath the glow.
Rectangle {
    color: Theme.now.above
    gradient: Theme.dimmed ? null : paper

    Gradient {
        id: paper

        GradientStop {
            position: 0
            color: Theme.now.above
        }
        GradientStop {
            position: 1
            color: Theme.now.below
        }
    }
}
