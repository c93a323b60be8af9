import QtQuick
import Grounding.Models
Sheet { required property Diary diary }
