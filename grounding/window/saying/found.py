"""The drafts that are found on the disk: of the run before, and those that were laid beside while nobody could read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.window.saying.drafts import Drafts, drafts_from_bytes, drafts_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grounding.journal.entry import Entry
    from grounding.journal.journal import Journal
    from grounding.journal.keyring.sealed import Sealed


def found_drafts(journal: Journal) -> tuple[bytes, Drafts]:
    """Return what is sealed, and the drafts in it, as one file and without what has come into the journal since.

    Raises:
        Failure: as `Sealed.read`; `draft-damaged`. What could be read is found the next time.
    """
    draft = journal.draft
    earlier = draft.earlier()
    read = [_read(file) for file in (*earlier, draft)]
    data, drafts = read[-1][0], Drafts(found=_latest(each.found for _, each in read))
    drafts = replace(drafts, rewordings=_latest(each.rewordings for _, each in read))
    unkept = tuple(entry for entry in drafts.found if not _is_kept(journal, entry))
    if earlier or unkept != drafts.found:
        drafts = replace(drafts, found=unkept)
        data = drafts_to_bytes(unkept, drafts.rewordings) if unkept or drafts.rewordings else b""
        if data:
            draft.keep(data)
        else:
            draft.discard()
        for file in earlier:
            file.discard()
    return data, drafts


def _is_kept(journal: Journal, entry: Entry) -> bool:
    """Whether a kill came between the commit and the end of the draft; where nobody can tell, it is offered."""
    try:
        return journal.get(entry.id).id == entry.id
    except Failure:
        return False


def _latest(read: Iterable[tuple[Entry, ...]]) -> tuple[Entry, ...]:
    """Return of each entry what was sealed last."""
    return tuple({entry.id: entry for entries in read for entry in entries}.values())


def _read(file: Sealed) -> tuple[bytes, Drafts]:
    data = file.read() or b""
    try:
        return data, drafts_from_bytes(data) if data else Drafts()
    except (KeyError, TypeError, ValueError):
        raise Failure("draft-damaged", path=file.set_aside()) from None  # no word of it in a traceback
