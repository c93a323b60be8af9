"""A backup as one file that can be carried away: a zip of the encrypted journal and its keys, nothing in it pressed."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import zipfile
from typing import IO, TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import PRIVATE_FILE, failing_as, refuse_if_there, writing_whole
from grounding.journal.backup.transfer import write_new
from grounding.journal.place import JOURNAL, KEYS, place_new

if TYPE_CHECKING:
    from pathlib import Path

KEYS_MOST_BYTES = 64 * 1024
_BEGINNING = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_BYTES = 22
_LIST_MOST_BYTES = 4096
"""The list of two files at the end of a zip takes so much at most."""
_PIECE_BYTES = 1024 * 1024
_BROKEN = (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OverflowError)
"""What the library raises where a file is no zip, or no whole one."""


def is_parcel(path: Path) -> bool:
    """Return whether the file begins as a zip does.

    Raises:
        OSError.
    """
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def write_parcel(out: Path, *, journal: Path, keys: Path, replace: bool = False) -> None:
    """Write the two files into one at `out`: whole or not at all, and over another file only with `replace`.

    Raises:
        Failure: `file-is-there`, `disk-full` or `not-written`.
    """
    refuse_if_there(out, replace=replace)
    ready = out.with_name(f".grounding-{secrets.token_hex(8)}")
    with failing_as(out):
        try:
            _write(ready, {JOURNAL: journal, KEYS: keys})
        except Failure as failure:
            raise Failure(failure.code, **failure.facts | {"path": out}) from failure
        if replace:
            ready.replace(out)
        elif not place_new(ready, out):
            raise Failure("file-is-there", path=out)


def read_parcel(path: Path, folder: Path) -> None:
    """Write the two files that are in the one at `path` into a folder.

    Raises:
        Failure: `backup-not-one` where anything else is in it, `backup-damaged` where it is not whole; `disk-full` or
            `not-written` for the folder; `backup-unreadable`.
    """
    try:
        with path.open("rb") as file:
            size = _size_if_short_list(file)
            with zipfile.ZipFile(file) as parcel:
                for member in _the_two(parcel.infolist(), size):
                    _unpack(parcel, member, folder / member.filename)
    except _BROKEN as error:
        raise Failure("backup-damaged", path=path) from error
    except _NotOneError as error:
        raise Failure("backup-not-one", path=path) from error
    except OSError as error:
        raise Failure("backup-unreadable", path=path, reason=error.strerror) from error


class _NotOneError(Exception):
    """There is something in it that no parcel has."""


def _write(out: Path, members: dict[str, Path]) -> None:
    with writing_whole(out) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as parcel:
        for name, path in members.items():
            member = zipfile.ZipInfo(name)
            member.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
            member.file_size = path.stat().st_size
            with path.open("rb") as source, parcel.open(member, "w") as target:
                shutil.copyfileobj(source, target, _PIECE_BYTES)


def _size_if_short_list(file: IO[bytes]) -> int:
    """Return the size of a file that ends as a parcel does; no library is to read a list of a thousand names."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _END_BYTES))
    end = file.read()
    if len(end) < _END_BYTES or not end.startswith(_END):
        raise zipfile.BadZipFile
    number, list_bytes = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if number != 2 or list_bytes > _LIST_MOST_BYTES:
        raise _NotOneError
    return size


def _the_two(members: list[zipfile.ZipInfo], size: int) -> list[zipfile.ZipInfo]:
    if sorted(member.orig_filename for member in members) != sorted((JOURNAL, KEYS)):
        raise _NotOneError
    for member in members:
        kind = stat.S_IFMT(member.external_attr >> 16)
        plain = member.compress_type == zipfile.ZIP_STORED and member.compress_size == member.file_size
        if not plain or member.flag_bits & 0x1 or kind not in (0, stat.S_IFREG):
            raise _NotOneError
        if member.filename == KEYS and member.file_size > KEYS_MOST_BYTES:
            raise _NotOneError
    if sum(member.file_size for member in members) > size:
        raise zipfile.BadZipFile
    return members


def _unpack(parcel: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> None:
    """Write one file; the library reads no more than its size, and checks its end against its sum."""
    with parcel.open(member) as source:
        if write_new(path, source) != member.file_size:
            raise zipfile.BadZipFile
