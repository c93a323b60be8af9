import QtQuick
import Grounding.Models
Sheet { required property Flow flow }
