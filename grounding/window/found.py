"""The drafts that are found on the disk: of the run before, and those that were laid beside while nobody could read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.window.drafts import Drafts, drafts_from_bytes, drafts_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.journal.draft import Draft
    from grounding.journal.entry import Entry
    from grounding.journal.keyring.sealed import Sealed


def found_drafts(draft: Draft) -> tuple[bytes, Drafts]:
    """Return what is sealed, and the drafts in it; where it lies in several files, it is one from now on.

    Raises:
        Failure: as `Sealed.read`; `draft-damaged`. What could be read is found the next time.
    """
    earlier = draft.earlier()
    read = [_read(file) for file in (*earlier, draft)]
    data, drafts = read[-1][0], Drafts(found=_latest(each.found for _, each in read))
    drafts = replace(drafts, rewordings=_latest(each.rewordings for _, each in read))
    if earlier:
        data = drafts_to_bytes(drafts.found, drafts.rewordings)
        draft.keep(data)
        for file in earlier:
            file.discard()
    return data, drafts


def _latest(read: Iterable[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """Return of each entry what was sealed last."""
    return tuple({entry.id: entry for entries in read for entry in entries}.values())


def _read(file: Sealed) -> tuple[bytes, Drafts]:
    data = file.read() or b""
    try:
        return data, drafts_from_bytes(data) if data else Drafts()
    except (KeyError, TypeError, ValueError):
        raise Failure("draft-damaged", path=file.set_aside()) from None  # no word of it in a traceback
