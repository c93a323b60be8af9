import QtQuick
Column { property bool brief }
