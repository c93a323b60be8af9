pragma Singleton

import QtQuick

// Every colour, size and duration of the window. A new theme is one more `Colours` here.
QtObject {
    id: root

    component Colours: QtObject {
        required property color above
        required property color below
        required property color card
        required property color chip
        required property color text
        required property color quiet
        required property color line
        required property color warm
        required property color warmInk
        required property color calm
        required property color calmInk
        required property color body
        required property color touched
        required property color ring
        required property color focus
        required property color orbLight
        required property color orbMiddle
        required property color orbEdge
        required property color glow
    }

    property string scheme: "dusk"
    property int textPercent: 100
    property bool reduced: false
    property real grown: 1
    // Whether a sitting is seen as a glow on a dark page; in every theme it is as dark.
    property bool dimmed: false

    readonly property Colours now: dimmed ? dim : scheme === "day" ? day : scheme === "high-contrast" ? contrast : dusk

    // What is printed is seen as light as it will be.
    readonly property Colours paper: day

    readonly property Colours dusk: Colours {
        above: "#1d2b33"
        below: "#11191f"
        card: "#1c2930"
        chip: "#223039"
        text: "#f3e7da"
        quiet: "#a9b9bb"
        line: "#748b90"
        warm: "#ebb68c"
        warmInk: "#2b1d12"
        calm: "#a0c4b5"
        calmInk: "#14231d"
        body: "#2b3a44"
        touched: "#ba8660"
        ring: "#968b7f"
        focus: "#ffd9a8"
        orbLight: "#f6dcbd"
        orbMiddle: "#efc197"
        orbEdge: "#d9946a"
        glow: "#e9b78c"
    }
    readonly property Colours day: Colours {
        above: "#faf4ea"
        below: "#f0e6d8"
        card: "#fdf9f2"
        chip: "#fbf5eb"
        text: "#33291f"
        quiet: "#62574b"
        line: "#877968"
        warm: "#8f4f22"
        warmInk: "#fff8ef"
        calm: "#2f6151"
        calmInk: "#f4fbf7"
        body: "#e6d9c6"
        touched: "#c98a5d"
        ring: "#8d7a66"
        focus: "#6b3210"
        orbLight: "#f9dfbf"
        orbMiddle: "#eeb98a"
        orbEdge: "#bd6f40"
        glow: "#eec08f"
    }
    readonly property Colours contrast: Colours {
        above: "#000000"
        below: "#000000"
        card: "#000000"
        chip: "#000000"
        text: "#ffffff"
        quiet: "#ffffff"
        line: "#ffffff"
        warm: "#ffd866"
        warmInk: "#000000"
        calm: "#8ff0c8"
        calmInk: "#000000"
        body: "#1a1a1a"
        touched: "#b98d00"
        ring: "#ffffff"
        focus: "#5fd7ff"
        orbLight: "#ffe7a3"
        orbMiddle: "#ffd866"
        orbEdge: "#ffc93c"
        glow: "#000000"
    }

    readonly property Colours dim: Colours {
        above: "#0a0807"
        below: "#0a0807"
        card: "#120f0d"
        chip: "#171310"
        text: "#b9a48d"
        quiet: "#a08f7a"
        line: "#7d6d5b"
        warm: "#b98a62"
        warmInk: "#140d07"
        calm: "#7f9c90"
        calmInk: "#0b130f"
        body: "#221b16"
        touched: "#7d5a3f"
        ring: "#6e6154"
        focus: "#d9b48a"
        orbLight: "#c9a887"
        orbMiddle: "#b98a62"
        orbEdge: "#9c6b44"
        glow: "#c0713a"
    }

    // A place of the body by how often it spoke, from not at all to often.
    readonly property list<color> spoken: [now.body, mixed(0.33), mixed(0.66), now.touched]

    // Back to the room: a warm, readable light, never white. By dusk it is a lamp's, for eyes that come out of the dark.
    readonly property color room: scheme === "day" ? "#f4e3c8" : scheme === "high-contrast" ? "#000000" : "#c69b70"
    readonly property color roomInk: scheme === "day" ? "#3a2a1a" : scheme === "high-contrast" ? "#ffffff" : "#21150b"

    readonly property font system: Application.font
    readonly property real systemSize: system.pixelSize > 0 ? system.pixelSize : system.pointSize * 4 / 3
    readonly property real unit: Math.max(16, systemSize * 1.2) * textPercent / 100 * grown

    readonly property real small: unit * 0.9
    readonly property real normal: unit
    readonly property real large: unit * 1.25
    readonly property real title: unit * 1.6

    readonly property real gap: Math.min(unit * 0.75, 18)
    readonly property real margin: Math.min(unit * 1.75, 40)
    readonly property real target: Math.max(41, unit * 1.9)
    readonly property real pageWidth: unit * 46

    readonly property int fade: reduced ? 0 : 400
    readonly property int warming: reduced ? 0 : 2000
    readonly property int controlsStay: 4000

    function mixed(share: real): color {
        const from = now.body;
        const to = now.touched;
        return Qt.rgba(from.r + (to.r - from.r) * share, from.g + (to.g - from.g) * share, from.b + (to.b - from.b) * share, 1);
    }
}
