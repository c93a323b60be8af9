import QtQuick
import Grounding.Models
Sheet { required property Flow flow; required property Preferences preferences; required property Answers answers; required property Room room }
