"""The bytes of a practice file on their way to plain TOML tables; they may be anything at all."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from typing import TYPE_CHECKING, Any

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from pathlib import Path

FILE_KIB = 128
"""Ten times the longest practice that comes with the program."""
STEPS = 200
LINE_CHARACTERS = 4000
LINE_DOTS = 24
"""tomllib takes quadratic time for a key of many dotted parts, and a kilobyte of memory for each of them."""
_STRING_OR_COMMENT = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#''', re.DOTALL
)
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_toml(path: Path) -> dict[str, Any]:
    """Return the tables of the file, in well under a second and 64 MiB whatever it holds.

    Raises:
        Failure: where it cannot be opened, is no ordinary file, is too large, not UTF-8 text or not TOML.
    """
    return _parsed(read_text(path), path)


def read_text(path: Path) -> str:
    """Return the text of the file, as `read_toml` would read it.

    Raises:
        Failure: as `read_toml`, but that it need not be TOML.
    """
    text = decoded(read_bytes(path), path)
    _check_lines(text, path)
    return text


def commented(text: str) -> bool:
    """Whether there are comments in a text that is TOML; a # within a string begins none."""
    return any(each[0] == "#" for each in _STRING_OR_COMMENT.finditer(text))


def toml_in(text: str, path: Path) -> dict[str, Any]:
    """Return the tables of a text that is to stand in the file, as `read_toml` would once it does.

    Raises:
        Failure: as `read_toml`.
    """
    if len(text.encode()) > FILE_KIB * 1024:
        raise _too_large(path)
    _check_lines(text, path)
    return _parsed(text, path)


def shown(name: object, most: int = 4096) -> str:
    """Return a name that may hold anything as one that can be printed: unseen characters replaced, its end cut."""
    told = str(name)
    clipped = told if len(told) <= most else f"{told[: most - 1]}…"
    return "".join(each if each.isprintable() else "�" for each in clipped)


def read_bytes(path: Path) -> bytes:
    """Return what is in the file, which is ordinary and not too large."""
    try:
        handle = os.open(path, os.O_RDONLY | _NOT_WAITING)  # a pipe that nobody writes to would wait for ever
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise Failure("practice-not-a-file", file=shown(path))
            return _at_most(handle, about.st_size, path)
        finally:
            os.close(handle)
    except OSError as error:
        raise Failure("practice-unreadable", file=shown(path), reason=error.strerror) from error


def _at_most(handle: int, size: int, path: Path) -> bytes:
    """Return all bytes of an open file, unless it says it has, or turns out to have, more than a practice can."""
    most = FILE_KIB * 1024
    data = bytearray()
    while size <= most and len(data) <= most:
        block = os.read(handle, most + 1 - len(data))
        if not block:
            return bytes(data)
        data += block
    raise _too_large(path)


def _too_large(path: Path) -> Failure:
    return Failure("practice-too-large", file=shown(path), most_kib=FILE_KIB, steps=STEPS)


def decoded(data: bytes, path: Path) -> str:
    """Return the text of a file, without the mark that some editors put before its first letter."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Failure("practice-not-text", file=shown(path), at=error.start) from error


def _check_lines(text: str, path: Path) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE_CHARACTERS or len(re.findall(r"\.+", line)) > LINE_DOTS:
            facts = {"most": LINE_CHARACTERS, "dots": LINE_DOTS}
            raise Failure("practice-line-too-long", file=shown(path), line=number, **facts)


def _parsed(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Failure("practice-too-deep", file=shown(path)) from error
    except ValueError as error:  # TOMLDecodeError, which tells the line in its message, is one
        line = re.search(r"\(at line (\d+),", str(error))
        last = text.count("\n") + 1
        raise Failure("practice-not-toml", file=shown(path), line=int(line[1]) if line else last) from None
