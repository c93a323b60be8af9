import QtQuick
import Grounding

// One sentence about what has come of something; said aloud when it comes.
Words {
    visible: text !== ""
    color: Theme.now.warm
    Accessible.role: Accessible.AlertMessage
}
