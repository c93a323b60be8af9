"""What a file from elsewhere says, asked for field by field; what is not as it can be is told by its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")


def shown(name: str) -> str:
    """Return the name of a field as it is told: what does not look like one may be somebody's words, and is not."""
    return name if _NAME.fullmatch(name) else "…"


def refuse(code: str, *, where: str = "", **facts: object) -> NoReturn:
    """Say that something is not as it can be; the name of the file is added where that is known.

    Raises:
        Failure: the code.
    """
    raise Failure(code, where=where, **facts) from None


class Fields:
    """The fields of one JSON object, known by its place ("entry 3 › sensation 2").

    Every method raises a `Failure`, `import-…`, where something is not as it can be.
    """

    def __init__(self, said: Any, place: str) -> None:
        self._place = place
        if not isinstance(said, dict):
            self.refuse("import-wants-object")
        self._said: dict[str, Any] = said

    def only(self, needed: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Refuse fields that have no meaning here, for they would be lost; and what lacks one that is needed."""
        for name in self._said:
            if name not in needed and name not in optional:
                self.refuse("import-unknown-field", shown(name), allowed=", ".join((*needed, *optional)))
        for name in needed:
            if name not in self._said:
                self.refuse("import-missing-field", name)

    def text(self, name: str) -> str:
        said = self._said[name]
        return said if isinstance(said, str) else self.refuse("import-wants-text", name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, () where there is none."""
        said = self._said.get(name, [])
        if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
            self.refuse("import-wants-texts", name)
        return tuple(said)

    def yes_or_no(self, name: str) -> bool:
        said = self._said[name]
        return said if isinstance(said, bool) else self.refuse("import-wants-yes-or-no", name)

    def whole_number(self, name: str, least: int, most: int) -> int:
        said = self._said[name]
        if isinstance(said, float) and said.is_integer():  # 7.0 is one too
            said = int(said)
        if isinstance(said, bool) or not isinstance(said, int) or not least <= said <= most:
            self.refuse("import-wants-whole-number", name, least=least, most=most)
        return said

    def one_of(self, name: str, allowed: Sequence[str]) -> str:
        said = self._said[name]
        if not isinstance(said, str) or said not in allowed:
            self.refuse("import-wants-one-of", name, allowed=", ".join(allowed))
        return said

    def says(self, name: str) -> bool:
        """Return whether there is anything but null."""
        return self._said.get(name) is not None

    def has(self, name: str) -> bool:
        return name in self._said

    def within(self, name: str) -> Fields:
        """Return the object in a field."""
        return Fields(self._said[name], f"{self._place} › {name}")

    def each(self, name: str, called: str) -> Iterator[Fields]:
        """Yield the objects in a list."""
        said = self._said[name]
        if not isinstance(said, list):
            self.refuse("import-wants-list", name)
        for number, each in enumerate(said, 1):
            yield Fields(each, f"{self._place} › {called} {number}")

    def refuse(self, code: str, name: str = "", **facts: object) -> NoReturn:
        """Say that something is not as it can be."""
        refuse(code, where=f"{self._place} › {name}" if name else self._place, **facts)
