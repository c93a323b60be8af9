"""The words of a hint: kind, and with another way to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from grounding.practice.care import Care, care_list, hints

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from grounding.practice.care import Hint


_REMEMBERED = 200


class HintWords(QObject):
    """Says what could be gentler in a text, in the language that the text is in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules: dict[str, Mapping[str, Any]] = {}
        self._said: dict[tuple[str, str, bool], list[str]] = {}
        """What was said last: a page asks for all of its texts at each letter, and few of them are others."""

    def beside(self, text: str, language: str, *, prompt: bool = True) -> list[str]:
        """Return a sentence for each thing in a text that could be gentler."""
        asked = (text, language, prompt)
        if asked not in self._said:
            if len(self._said) >= _REMEMBERED:
                self._said.clear()
            self._said[asked] = self._beside(text, language, prompt=prompt)
        return self._said[asked]

    def _beside(self, text: str, language: str, *, prompt: bool) -> list[str]:
        if language not in self._rules:
            self._rules[language] = care_list(language)
        found: dict[Care, list[Hint]] = {}
        for hint in hints(text, self._rules[language], prompt=prompt):
            found.setdefault(hint.about, []).append(hint)
        return [self._sentence(about, of_a_kind) for about, of_a_kind in found.items()]

    def _sentence(self, about: Care, of_a_kind: list[Hint]) -> str:
        phrases = ", ".join(self.tr("“{phrase}”").format(phrase=hint.phrase) for hint in of_a_kind)
        match about:
            case Care.PUSHES:
                said = self.tr("{phrases} can push; “you might”, or “perhaps”, leaves it open.")
            case Care.PRAISES:
                said = self.tr("{phrases} can sound like praise; without it there is nothing to get right.")
            case Care.PROMISES:
                said = self.tr("{phrases} can sound like a promise; what comes may be otherwise.")
            case Care.IMAGES:
                said = self.tr("{phrases} can carry somebody away; the room, or the hands, stay near.")
            case Care.LATER:
                said = self.tr("{phrases} can lead to later; what is now is easier to stay with.")
            case Care.LONG:
                said = self.tr("{words} words are long to hear with eyes closed; two prompts can share them.")
            case _:
                said = self.tr("“You might”, “perhaps”, or an “or” would leave a choice.")
        return said.format(phrases=phrases, words=of_a_kind[0].words)
