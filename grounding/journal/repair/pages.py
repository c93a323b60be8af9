"""The pages of a damaged journal whose own seal is whole, in the clear: each is as it was written, to the bit."""

from __future__ import annotations

import itertools
from hashlib import pbkdf2_hmac
from hmac import compare_digest, digest
from typing import TYPE_CHECKING

from grounding.base.files import failing_as
from grounding.journal.engine import PAGE_BYTES
from grounding.journal.new_file import create_carrier
from grounding.journal.vault import decipher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys

_SEAL_BYTES = 64
_AT_ONCE = 1024
"""So many pages are deciphered together: 4 MiB."""


def whole_pages(path: Path, keys: Keys, room: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number and plain bytes of each page but the first whose seal is whole; `room` is for files in between.

    The seal is that of SQLCipher 4, an HMAC with SHA-512 over the page as it is enciphered and its number. The cipher
    itself is SQLite's: pages are put in the place of those of a file that has a sound first page.

    Raises:
        Failure: `disk-full` or `not-written` for `room`.
        OSError: where `path` cannot be read.
    """
    carrier = room / "carrier.db"
    at_once = min(_AT_ONCE, path.stat().st_size // PAGE_BYTES + 1)
    create_carrier(carrier, keys, at_once)
    try:
        with failing_as(carrier):
            first = carrier.read_bytes()[:PAGE_BYTES]
        sealed = _sealed_pages(path, keys)
        while some := list(itertools.islice(sealed, at_once)):
            plain = decipher(_carrying(carrier, first, [page for _, page in some]), keys)
            for place, (number, _) in enumerate(some, 1):
                yield number, plain[place * PAGE_BYTES : (place + 1) * PAGE_BYTES]
    finally:
        carrier.unlink(missing_ok=True)


def _carrying(carrier: Path, first: bytes, pages: list[bytes]) -> Path:
    """Put pages in the place of those that follow the first of the carrier, which stays as long as it is."""
    with failing_as(carrier):
        carrier.write_bytes((first + b"".join(pages)).ljust(carrier.stat().st_size, b"\0"))
    return carrier


def _sealed_pages(path: Path, keys: Keys) -> Iterator[tuple[int, bytes]]:
    salt = bytes(each ^ 0x3A for each in keys.journal)
    key = pbkdf2_hmac("sha512", keys.database, salt, 2, len(keys.database))
    with path.open("rb") as file:
        for number in itertools.count(1):
            page = file.read(PAGE_BYTES)
            if len(page) < PAGE_BYTES:
                return
            seal = digest(key, page[:-_SEAL_BYTES] + number.to_bytes(4, "little"), "sha512")
            if number > 1 and compare_digest(seal, page[-_SEAL_BYTES:]):
                yield number, page
