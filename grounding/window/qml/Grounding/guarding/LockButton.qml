import QtQuick
import Grounding
import Grounding.Models

// Locks the journal; there is none of it where there is no passphrase.
QuietButton {
    required property Lock lock

    visible: lock.passphrase && !lock.shut
    text: qsTr("Lock")
    Accessible.description: qsTr("Ctrl+L")
    onClicked: lock.lock()
}
