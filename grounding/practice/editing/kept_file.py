"""A practice file on the disk while it is edited: never written over where somebody else has written in it."""

from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import write_whole
from grounding.practice.editing.draft import Draft
from grounding.practice.source import decoded, read_bytes, shown

if TYPE_CHECKING:
    from pathlib import Path


def read_draft(path: Path) -> tuple[Draft, bytes]:
    """Return the practice in a file, and what the file holds.

    Raises:
        Failure: as the reader would.
    """
    data = read_bytes(path)
    return Draft.of_text(decoded(data, path), path), data


def keep_draft(draft: Draft, seen: bytes) -> bytes:
    """Write a practice over `seen`, which is what the file held when it was last read or written; return what it holds.

    A file that has gone is written anew.

    Raises:
        Failure: `practice-changed-elsewhere`, and nothing is written; `disk-full`, `not-written`.
    """
    data = data_of(draft, seen)
    if os.path.lexists(draft.path) and (there := read_bytes(draft.path)) != seen:
        if there != data:
            raise Failure("practice-changed-elsewhere", file=shown(draft.path))
        return data
    if data != seen or not os.path.lexists(draft.path):
        write_whole(draft.path, data, unseen=True)
    return data


def data_of(draft: Draft, like: bytes) -> bytes:
    """Return a practice as bytes, with the mark before its first letter that some editors put there, if it had one."""
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    return mark + draft.text.encode()
