pragma Singleton

import QtQuick

// The lines of the body, 300 wide and 630 high; x counts from the middle, and only the right half is written down.
// Every line is a start and then cubic curves: two handles and an end each.
QtObject {
    id: root

    readonly property int width: 300
    readonly property int height: 630

    // From the outer wrist round the hand to the inner one; down the outer calf to the ankle; round the foot; up the inner calf.
    readonly property string hand: "125,354 133,366 133,382 133,398 128,413 121,418 116,421 112,418 111,412 110,406 109,400 107,391 107,398 105,404 101,403 95,402 93,388 94,376 95,366 100,359 101,348"
    readonly property string outerCalf: "72,466 71,480 72,498 73,530 60,552 59,573"
    readonly property string foot: "59,586 71,594 78,604 84,613 80,622 69,623 58,624 46,624 40,623 32,621 30,611 32,600 34,592 36,584 36,573"
    readonly property string innerCalf: "34,550 28,526 29,494"

    readonly property string head: whole("0,10 26,10 43,30 43,60 43,82 26,112 0,112")
    readonly property string trunk: whole(`0,98 8,98 14,98 20,98 19,112 18,122 21,130 26,140 46,143 64,150 84,157 96,171 99,192 103,214 106,240 110,266 113,292 119,318 123,344 ${hand} 97,322 92,296 88,270 84,246 79,226 74,210 73,238 69,254 68,274 67,294 75,310 79,332 84,360 81,394 77,430 ${outerCalf} ${foot} ${innerCalf} 30,460 23,406 9,364 7,357 4,353 0,353`)

    readonly property string ears: pair("42,52 47,50 49,57 48,64 47,70 44,74 41,73 38,66 38,58 42,52")
    readonly property string faceEyes: pair("10.5,61.5 13.5,56 22.5,56 25.5,61.5 22.5,65 13.5,65 10.5,61.5")
    readonly property string faceMouth: across("0,93 4,93 7,92 10,89.5")

    readonly property string frontHints: pair("9,152 18,149 30,150 42,153")
    readonly property string backHints: pair("32,188 36,202 36,222 27,236") + pair("43,580 41,588 41,596 42,604") + drawn([[0, 156], [0, 200], [0, 260], [0, 318]])

    // The places that can be touched, by their ids, and what is too small to be met as it is drawn.
    readonly property var places: ({
            eyes: pair("7,61.5 12,53 24,53 29,61.5 24,68 12,68 7,61.5"),
            jaw: whole("0,84 14,84 27,82 40,78 36,97 20,112 0,112"),
            throat: whole("0,112 8,112 14,110 19,106 19,116 18,124 20,131 14,138 6,146 0,146"),
            shoulders: pair("30,142 42,143 53,145 64,150 84,157 96,171 99,192 100,198 101,203 102,209 96,215 84,214 77,204 70,186 60,160 30,142"),
            chest: whole("0,161 14,161 34,160 48,167 60,174 67,192 68,210 68,222 66,230 62,238 42,245 20,245 0,245"),
            belly: whole("0,256 22,256 42,255 58,250 63,260 59,284 63,298 66,308 71,318 72,328 54,340 26,346 0,346"),
            back: whole("0,158 24,158 46,158 56,172 68,194 68,226 63,256 60,284 62,302 67,320 50,336 24,339 0,339"),
            hands: pair(`101,348 108,353 116,351 123,344 ${hand}`),
            legs: pair(`81,346 84,368 81,396 77,430 ${outerCalf} 52,578 43,578 36,573 ${innerCalf} 30,460 24,416 14,380 12,372 14,370 22,369 46,366 68,358 81,346`),
            feet: pair(`59,573 ${foot} 43,578 52,578 59,573`)
        })
    readonly property var reaches: ({
            eyes: whole("0,47 14,47 34,47 38,61 36,75 14,75 0,75")
        })
    readonly property var front: ["shoulders", "throat", "chest", "belly", "legs", "hands", "feet", "jaw", "eyes"]
    readonly property var behind: ["shoulders", "back", "legs", "hands", "feet"]

    // A shape from its right half, which runs from the middle line back to the middle line.
    function whole(half: string): string {
        const right = points(half);
        return drawn(right.concat(mirrored(right).reverse().slice(1)));
    }

    // An open line from its right half, which begins on the middle line.
    function across(half: string): string {
        const right = points(half);
        return drawn(mirrored(right).reverse().concat(right.slice(1)));
    }

    // A shape and its mirror image.
    function pair(one: string): string {
        const right = points(one);
        return drawn(right) + drawn(mirrored(right));
    }

    function points(line: string): var {
        return line.split(" ").map(point => point.split(",").map(Number));
    }

    function mirrored(line: var): var {
        return line.map(point => [-point[0], point[1]]);
    }

    function drawn(line: var): string {
        return "M" + line[0] + "C" + line.slice(1).join(" ");
    }
}
