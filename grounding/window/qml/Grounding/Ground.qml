import QtQuick

// The paper behind every page.
Rectangle {
    gradient: Gradient {
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
