"""Several files moved as one: whenever the program is killed, all of them have moved or none, once it looks again."""

from __future__ import annotations

import contextlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_whole
from grounding.journal.alone import alone
from grounding.journal.place import BACKUPS, QUARANTINE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOVING = "moving.json"
"""What is to be moved lies here until it is."""
STAGE = ".restoring-"
"""So begins the name of a folder from which a journal is moved into its place."""
FINISH_S = 10.0
"""So long somebody who opens the journal waits for another process that is just moving."""
_ASIDE = (BACKUPS, QUARANTINE)
"""What lies here is never replaced: where something does, the move has been made already."""

Moves = tuple[tuple[str, str], ...]
"""From where to where, within the journal's folder; to "" is into nothing."""


def move_together(folder: Path, moves: Moves) -> None:
    """Make the moves, each from a place that nothing else writes to; to be done `alone` in the folder of backups.

    Raises:
        Failure: `disk-full` or `not-written` where nothing has moved; `not-moved` where the rest moves at the next
            opening.
    """
    if len(moves) == 1:
        ((source, target),) = moves
        with failing_as(folder / target):
            _move_one(folder, source, target)
            sync_folder(folder)
    else:
        write_whole(folder / MOVING, _to_bytes(moves))
        _move(folder, moves, _move_one)


def finish_moving(folder: Path) -> None:
    """Make the moves that a kill has left undone, or wait for the process that is making them.

    Raises:
        Failure: `journal-busy` or `not-moved`.
    """
    if not _under_way(folder):
        return
    with alone(folder / BACKUPS, wait_s=FINISH_S):
        finish_moving_alone(folder)


def finish_moving_alone(folder: Path) -> None:
    """Do as `finish_moving`, where one is `alone` already."""
    if _under_way(folder):
        _move(folder, _moves_left(folder), _move_one_if_left)


def sweep_stages(folder: Path) -> None:
    """Delete what a kill has left beside, where one is `alone` and all moves have been made.

    Raises:
        Failure: `not-written`.
    """
    with failing_as(folder):
        for stage in folder.glob(f"{STAGE}*"):
            shutil.rmtree(stage)
        for half_written in folder.glob(f".{MOVING}.*"):
            half_written.unlink()


def _under_way(folder: Path) -> bool:
    try:
        return (folder / MOVING).exists()
    except OSError:
        return False  # what keeps this from being seen keeps the journal from being seen, and is told then


def _move(folder: Path, moves: Moves, move_one: Callable[[Path, str, str], None]) -> None:
    try:
        for source, target in moves:
            move_one(folder, source, target)
        for name in {str(PurePosixPath(each).parent) for move in moves for each in move if each}:
            with contextlib.suppress(FileNotFoundError):
                sync_folder(folder / name)
        (folder / MOVING).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise Failure("not-moved", path=folder, reason=error.strerror) from error


def _move_one(folder: Path, source: str, target: str) -> None:
    if target:
        (folder / source).replace(folder / target)
    else:
        (folder / source).unlink()


def _move_one_if_left(folder: Path, source: str, target: str) -> None:
    aside = PurePosixPath(target).parts[:1]
    if (folder / source).exists() and not (aside and aside[0] in _ASIDE and (folder / target).exists()):
        _move_one(folder, source, target)


def _to_bytes(moves: Moves) -> bytes:
    plain = [list(each) for each in moves]
    return json.dumps({"moves": plain, "check": _check(plain)}).encode()


def _check(plain: object) -> str:
    from hashlib import blake2b  # noqa: PLC0415 - every start of the window loads this file, few move anything

    return blake2b(json.dumps(plain).encode(), digest_size=16).hexdigest()


def _moves_left(folder: Path) -> Moves:
    """Return what is to be moved; a file that does not say so any more is set aside, and nothing moves."""
    path = folder / MOVING
    with failing_as(path):
        data = path.read_bytes()
    with contextlib.suppress(ValueError, TypeError, KeyError):
        plain = json.loads(data)
        if plain["check"] == _check(plain["moves"]):
            return tuple((source, target) for source, target in plain["moves"])
    with failing_as(path):
        path.rename(path.with_name(f"{MOVING}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"))
    return ()
