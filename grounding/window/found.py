"""The drafts that are found on the disk: of the run before, and those that were laid beside while nobody could read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.window.drafts import drafts_from_bytes, drafts_to_bytes

if TYPE_CHECKING:
    from grounding.journal.draft import Draft
    from grounding.journal.entry import Entry
    from grounding.journal.sealed import Sealed


def found_drafts(draft: Draft) -> tuple[bytes, tuple[Entry, ...]]:
    """Return what is sealed, and the entries in it; where it lies in several files, it is one from now on.

    Raises:
        Failure: as `Sealed.read`; `draft-damaged`. What could be read is found the next time.
    """
    earlier = draft.earlier()
    entries: dict[str, Entry] = {}
    for file in earlier:
        entries |= _read(file)[1]
    data, latest = _read(draft)
    entries |= latest
    if earlier:
        data = drafts_to_bytes(tuple(entries.values()))
        draft.keep(data)
        for file in earlier:
            file.discard()
    return data, tuple(entries.values())


def _read(file: Sealed) -> tuple[bytes, dict[str, Entry]]:
    data = file.read() or b""
    try:
        return data, {entry.id: entry for entry in drafts_from_bytes(data)} if data else {}
    except (KeyError, TypeError, ValueError):
        raise Failure("draft-damaged", path=file.set_aside()) from None  # no word of it in a traceback
