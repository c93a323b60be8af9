pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Grounding.Models

// The window itself: paper first, and what stands on it once `parts` are there. The first is seen a moment sooner.
ApplicationWindow {
    id: root

    required property Preferences preferences
    required property size fitted
    property bool shownLater: false
    // The size that was remembered is more than this screen has.
    property bool cramped: false
    property var parts: null

    readonly property bool systemLight: Application.styleHints.colorScheme === Qt.ColorScheme.Light
    readonly property bool systemContrast: Application.styleHints.accessibility.contrastPreference === Qt.ContrastPreference.HighContrast

    onPartsChanged: pages.setSource("Pages.qml", parts)
    onSystemLightChanged: preferences.tellSystem(systemLight, systemContrast)
    onSystemContrastChanged: preferences.tellSystem(systemLight, systemContrast)
    title: qsTr("Grounding")
    width: fitted.width
    height: fitted.height
    minimumWidth: 640
    minimumHeight: 480
    visibility: shownLater ? Window.Hidden : cramped || preferences.maximized ? Window.Maximized : Window.AutomaticVisibility
    visible: !shownLater
    color: Theme.now.below
    onClosing: {
        if (visibility !== Window.FullScreen && !(cramped && visibility === Window.Maximized))
            preferences.rememberSize(width, height, visibility === Window.Maximized);
    }

    Binding {
        target: Theme
        property: "scheme"
        value: root.preferences.scheme
    }
    Binding {
        target: Theme
        property: "textPercent"
        value: root.preferences.textPercent
    }
    Binding {
        target: Theme
        property: "reduced"
        value: root.preferences.reduced
    }
    // In a large window everything grows, though less than the window does: it is read from further away.
    Binding {
        target: Theme
        property: "grown"
        value: Math.max(1, Math.min(2, Math.pow(Math.min(root.width / 1120, root.height / 720), 0.6)))
    }

    Ground {
        anchors.fill: parent
    }
    Loader {
        id: pages

        anchors.fill: parent
        focus: true
    }
}
