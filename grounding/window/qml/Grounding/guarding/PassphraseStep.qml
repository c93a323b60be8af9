import QtQuick
import Grounding
import Grounding.Models

// One step on the page of the passphrase.
FocusScope {
    id: root

    required property Locksmith locksmith
    default property alias content: column.data

    signal ended

    implicitHeight: column.implicitHeight

    Column {
        id: column

        width: root.width
        spacing: Theme.gap * 1.4
    }
}
