"""What is typed in the fields of a practice, letter for letter: what cannot be read yet too, or a last space."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grounding.practice.editing.edits import Where

Field = tuple["Where", str]
"""The way to a table, and the name of one of its fields."""


class Unread:
    """The typed text of fields, each with the sentence that stands beside it."""

    def __init__(self) -> None:
        self._typed: dict[Field, tuple[str, str]] = {}

    def note(self, where: Where, name: str, typed: str, said: str) -> None:
        """Keep what is typed in a field, and what is to be said of it, if anything is."""
        self._typed[where, name] = (typed, said)

    def typed(self, where: Where, name: str, read: str) -> str:
        """Return what stands in a field: what is typed, or what was read."""
        return self._typed.get((where, name), (read, ""))[0]

    def said(self, where: Where, name: str) -> str:
        """Return the sentence beside a field, or ""."""
        return self._typed.get((where, name), ("", ""))[1]

    def forget(self) -> None:
        self._typed.clear()

    def drop(self, where: Where) -> None:
        """Forget what is typed in the fields of one table: something else has been chosen for them."""
        self._typed = {field: typed for field, typed in self._typed.items() if field[0] != where}

    def emptied(self) -> Iterator[Where]:
        """Yield the way to each prompt whose words are gone, the last first: so each is still there when it is met."""
        emptied = (where for (where, name), (typed, _) in self._typed.items() if name == "text" and not typed.strip())
        yield from sorted(emptied, reverse=True)

    def follow(self, above: Where, name: str, number_of: Callable[[int], int | None]) -> None:
        """Go along with tables that have moved: each has another number, or none any more."""
        depth, moved = len(above), {}
        for (where, field), typed in self._typed.items():
            if len(where) > depth and where[:depth] == above and where[depth][0] == name:
                number = number_of(where[depth][1])
                if number is not None:
                    moved[(*above, (name, number), *where[depth + 1 :]), field] = typed
            else:
                moved[where, field] = typed
        self._typed = moved


def after_move(at: int, to: int) -> Callable[[int], int]:
    """Return which number each has once that of `at` is `to`."""

    def number(old: int) -> int:
        if old == at:
            return to
        left = old - (old > at)
        return left + (left >= to)

    return number
