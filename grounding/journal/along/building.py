"""What a parser says of an exported journal, put together entry by entry."""

from __future__ import annotations

from typing import Any

from grounding.journal.along.fields import refuse, shown
from grounding.journal.along.whole import KIND, VERSION

MOST_VALUES = 200_000
"""So many values and names an entry may have: each takes a hundred bytes of memory or so."""
MOST_DEPTH = 12
"""Objects and lists in one another; the words of a sensation of an earlier wording are in the eleventh."""
MOST_ENTRIES = 10_000_000
NOTHING = object()
_FIELDS = ("schema", "version", "entries")

Open = dict[str, Any] | list[Any]


class Building:
    """The document so far, of which only the entry that is being read is held."""

    def __init__(self) -> None:
        self._open: list[Open] = []
        """The objects and lists that are begun, each in the one before."""
        self._names: list[str] = []
        """Under which name the next value goes, in each of them."""
        self._values = 0
        self.number = 1
        """Which entry comes next."""

    @property
    def begun(self) -> bool:
        """Whether anything has been heard yet."""
        return self._values > 0 or self.number > 1

    @property
    def where(self) -> str:
        return f"entry {self.number}"

    def hear(self, kind: str, value: Any) -> Any:
        """Take one event of `ijson`; return the entry that it ends, or NOTHING.

        Raises:
            Failure: `import-…`, where this is no exported journal of this version, or more than is read.
        """
        self._values += 1
        if self._values > MOST_VALUES:
            refuse("import-too-much", where=self.where, most=MOST_VALUES)
        match kind:
            case "map_key":
                return self._name(value)
            case "start_map":
                return self._begin({})
            case "start_array":
                return self._begin([])
            case "end_map" | "end_array":
                self._names.pop()
                return self._put(self._open.pop())
            case _:
                return self._put(value)

    def _name(self, name: str) -> Any:
        within = self._open[-1]
        if len(self._open) == 1 and name not in _FIELDS:
            if "schema" not in within:
                refuse("import-other-kind")
            refuse("import-unknown-field", where=shown(name), allowed=", ".join(_FIELDS))
        if name in within:
            refuse("import-field-twice", where=f"{self.where} › {shown(name)}")
        self._names[-1] = name
        return NOTHING

    def _begin(self, new: Open) -> Any:
        if not self._open and isinstance(new, list):
            refuse("import-other-kind")
        if len(self._open) == MOST_DEPTH:
            refuse("import-too-deep", where=self.where, most=MOST_DEPTH)
        self._open.append(new)
        self._names.append("")
        return NOTHING

    def _put(self, value: Any) -> Any:
        if not self._open:
            _check_whole(value)
            return NOTHING
        within, name = self._open[-1], self._names[-1]
        if isinstance(within, list):
            if len(self._open) == 2 and self._names[0] == "entries":
                return self._entry(value)
            within.append(value)
        else:
            if len(self._open) == 1:
                _check_field(name, value)
            within[name] = value
        return NOTHING

    def _entry(self, entry: Any) -> Any:
        if self.number > MOST_ENTRIES:
            refuse("import-too-many", most=MOST_ENTRIES)
        self.number += 1
        self._values = 0
        return entry


def _check_field(name: str, value: Any) -> None:
    """Look at a field of the document itself as soon as it is known: a newer form may look different from there on."""
    match name:
        case "schema" if value != KIND:
            refuse("import-other-kind")
        case "version" if isinstance(value, (int, float)) and value > VERSION:
            refuse("import-newer", version=value)
        case "version" if value is True or value != VERSION:
            refuse("import-other-kind")
        case "entries" if not isinstance(value, list):
            refuse("import-wants-list", where="entries")
        case _:
            pass


def _check_whole(document: Any) -> None:
    if not isinstance(document, dict) or "schema" not in document:
        refuse("import-other-kind")
    for name in _FIELDS:
        if name not in document:
            refuse("import-missing-field", where=name)
