"""Deleting everything: the keys first, so that whatever cannot be deleted cannot be read either."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import blank
from grounding.base.home import PRIVATE_DIR
from grounding.journal.place import CRISIS, CRISIS_KEY, KEYS, KEYS_COPY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.base.home import Home
    from grounding.journal.journal import Journal


def erase_everything(home: Home, journal: Journal) -> None:
    """Delete all that the program has put in the home; what else somebody keeps there stays.

    Raises:
        Failure: `not-erased`, with the first path that is still there and why; all that could be is gone.
    """
    journal.close()
    _make_ours(home.journal)
    left = [each for path in (*_keys(home), *_ours(home)) for each in _erased(path)]
    journal.erased()
    if left:
        path, reason = left[0]
        raise Failure("not-erased", path=path, reason=reason)


def _keys(home: Home) -> tuple[Path, ...]:
    return home.journal / KEYS, home.journal / KEYS_COPY, home.path / CRISIS_KEY


def _ours(home: Home) -> Iterator[Path]:
    """Yield the files and folders in the home that are the program's; somebody may have named a folder they use."""
    yield from (home.journal, home.practices, home.patterns, home.cache)
    yield home.settings.with_name("settings.damaged.json")
    for name in (home.settings.name, home.log.name, CRISIS, CRISIS_KEY):
        yield from home.path.glob(f"{name}*")
        yield from home.path.glob(f".{name}.*")


def _erased(path: Path) -> Iterator[tuple[Path, str]]:
    """Delete a file, or a folder with all in it; yield what is still there. Links are deleted, never followed."""
    try:
        if path.is_dir() and not path.is_symlink():
            _make_ours(path)
            for each in list(path.iterdir()):
                yield from _erased(each)
            path.rmdir()
        else:
            if KEYS in path.name or CRISIS_KEY in path.name:
                blank(path)
            path.unlink(missing_ok=True)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield path, error.strerror or type(error).__name__


def _make_ours(folder: Path) -> None:
    """Let a folder that came from a disk which can only be read be written; what cannot be is told when it is tried."""
    if not folder.is_symlink():
        with contextlib.suppress(OSError):
            folder.chmod(PRIVATE_DIR)
