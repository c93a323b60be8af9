"""Backups: verified copies of the journal, encrypted as it is, each with a copy of the keys beside."""

from __future__ import annotations

import contextlib
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import blank, failing_as, sync_folder, write_whole
from grounding.base.home import PRIVATE_DIR
from grounding.journal.alone import alone
from grounding.journal.backup.copying import copy_journal, said_of
from grounding.journal.backup.moving import finish_moving_alone, sweep_stages
from grounding.journal.backup.rotation import Occasion, due, kept
from grounding.journal.keyring.envelope import to_bytes
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.place import BACKUPS, JOURNAL, KEYS, place_new
from grounding.journal.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys
    from grounding.journal.vault import Vault

REPLACING = ".replacing"
"""While older backups are being deleted, the name of the one that replaces them lies here."""
SET_ASIDE_FOR = timedelta(weeks=8)
"""What a restore has set aside is kept so long whatever else is; then as any other backup."""
_MOMENT = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"(\d{8}T\d{6})(\d{6})?Z-v(\d+)(-before-restore)?\.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup in the journal's folder."""

    path: Path
    made_at: datetime
    schema: int
    set_aside: bool
    """Whether a restore has set it aside."""

    @property
    def keys(self) -> Path:
        """The copy of the keys that were the journal's then."""
        return keys_beside(self.path)


def keys_beside(path: Path) -> Path:
    """Return where the keys of the backup at `path` lie."""
    return path.with_suffix(f".{KEYS}")


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in the journal's folder, newest first.

    Raises:
        Failure: `journal-unreadable`.
    """
    try:
        found = [_backup(path) for path in (folder / BACKUPS).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise Failure("journal-unreadable", path=folder / BACKUPS, reason=error.strerror) from error
    return tuple(sorted(filter(None, found), key=lambda each: (each.made_at, each.path.name), reverse=True))


def changed_since_backup(folder: Path) -> bool:
    """Return whether the journal's file has been written since the newest backup was made.

    A backup bears the moment of the journal it was made from, so that no clock decides.
    """
    newest = next(iter(list_backups(folder)), None)
    try:
        written_ns = (folder / JOURNAL).stat().st_mtime_ns
        return newest is None or newest.path.stat().st_mtime_ns != written_ns
    except OSError:
        return False  # there is no journal to make a backup of


def make_backup(vault: Vault, folder: Path, keys: Keys, now: datetime, *, vfs: str | None = None) -> Path:
    """Make a backup of the open journal, delete those that are no longer wanted, and return where the new one is.

    Raises:
        Failure: as `copy_journal`; `journal-busy` where another process works on the backups;
            `journal-keys-missing`, `journal-keys-damaged`.
    """
    with alone_in_backups(folder):
        made, _seen = make_backup_alone(vault, folder, keys, now, vfs=vfs)
        _drop_unwanted(folder, now, made)
    return made


def back_up_if_due(
    vault: Vault,
    folder: Path,
    keys: Keys,
    *,
    occasion: Occasion,
    now: datetime,
    entries: int = 0,
    vfs: str | None = None,
) -> Path | None:
    """Make a backup of the open journal where one is due (see `due`), and return where it is, None where none is.

    Raises:
        Failure: as `make_backup`.
    """
    last = next((each.made_at for each in list_backups(folder)), None)
    if due(occasion, now=now, last=last, changed=changed_since_backup(folder), entries=entries):
        return make_backup(vault, folder, keys, now, vfs=vfs)
    return None


def replace_all(vault: Vault, folder: Path, keys: Keys, now: datetime, *, vfs: str | None = None) -> Path:
    """Make a backup and delete every older one, with their keys: they could be opened in a way that is closed now.

    What a restore has set aside stays (see `close_set_aside`). A kill after the new one is made leaves the rest to the
    next time that somebody works on the backups.

    Raises:
        Failure: as `make_backup`; `not-written` where an older one cannot be deleted.
    """
    with alone_in_backups(folder):
        made, _seen = make_backup_alone(vault, folder, keys, now, vfs=vfs)
        write_whole(folder / BACKUPS / REPLACING, made.name.encode())
        _finish_replacing(folder)
    return made


def tidy_backups(folder: Path) -> None:
    """Finish what a kill has left undone among the backups, where there are any.

    Raises:
        Failure: `journal-busy`, `not-written`.
    """
    if (folder / BACKUPS).is_dir():
        with alone_in_backups(folder):
            pass


@contextlib.contextmanager
def alone_in_backups(folder: Path) -> Iterator[None]:
    """Work on backups alone of all processes, in a folder that is there and tidy, when all moves have been made.

    Raises:
        Failure: `journal-busy`, `not-moved`, `not-written`.
    """
    backups = folder / BACKUPS
    with failing_as(backups):
        backups.mkdir(mode=PRIVATE_DIR, exist_ok=True)
        backups.chmod(PRIVATE_DIR)
    with alone(backups):
        finish_moving_alone(folder)
        sweep_stages(folder)
        _sweep(backups)
        _finish_replacing(folder)
        yield


def make_backup_alone(
    vault: Vault, folder: Path, keys: Keys, now: datetime, *, set_aside: bool = False, vfs: str | None = None
) -> tuple[Path, int]:
    """Make a backup as `make_backup` does, where one is alone; return it and what `vault.written_by_others` says of it.

    Raises:
        Failure: as `make_backup`.
    """
    envelope = read_envelope(folder)
    if envelope is None:
        raise Failure("journal-keys-missing", folder=folder)
    (version,) = vault.read("PRAGMA user_version")[0]
    path = folder / BACKUPS / _name(now, version, set_aside=set_aside)
    ready = path.with_name(f".{path.name}")
    with failing_as(path):
        if path.exists():
            raise Failure("journal-busy")  # another process has made one at this very moment
        written_ns = (folder / JOURNAL).stat().st_mtime_ns
    with said_of(path):
        seen = copy_journal(vault, ready, keys, vfs=vfs)
    try:
        with failing_as(path):
            write_whole(keys_beside(path), to_bytes(envelope))
            os.utime(ready, ns=(written_ns, written_ns))
            place_new(ready, path)
    except BaseException:
        with contextlib.suppress(OSError):
            ready.unlink(missing_ok=True)
        raise
    return path, seen


def newest_readable(folder: Path) -> Iterator[Backup]:
    """Yield the backups that this version may be able to read, newest first."""
    return (each for each in list_backups(folder) if each.schema <= VERSION)


def _name(now: datetime, version: int, *, set_aside: bool) -> str:
    return f"{now.astimezone(UTC):{_MOMENT}}Z-v{version}{'-before-restore' if set_aside else ''}.db"


def _backup(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    with contextlib.suppress(ValueError):
        made_at = datetime.strptime(named[1] + (named[2] or "0"), _MOMENT).replace(tzinfo=UTC)
        return Backup(path=path, made_at=made_at, schema=int(named[3]), set_aside=named[4] is not None)
    return None


def _drop_unwanted(folder: Path, now: datetime, made: Path) -> None:
    """Delete the backups that are not kept; the one just made is, whatever the clock was when others were."""
    backups = list_backups(folder)
    wanted = kept([each.made_at for each in backups])
    for each in backups:
        fresh = each.set_aside and now - each.made_at < SET_ASIDE_FOR
        if each.made_at not in wanted and each.path != made and not fresh:
            delete_backup(each.path)


def _finish_replacing(folder: Path) -> None:
    """Delete every backup but the one that replaces them and what is set aside, where that has begun."""
    marker = folder / BACKUPS / REPLACING
    with failing_as(marker):
        if not marker.exists():
            return
        fresh = marker.read_text(encoding="utf-8")
        if (marker.parent / fresh).exists():
            for each in list_backups(folder):
                if each.path.name != fresh and not each.set_aside:
                    delete_backup(each.path)
        marker.unlink()
        sync_folder(marker.parent)


def delete_backup(path: Path) -> None:
    """Delete a backup with its keys; once that has begun it is no backup any more, and a kill leaves the rest to sweep.

    Raises:
        Failure: `not-written`.
    """
    going = path.with_name(f".{path.name}")
    with failing_as(path):
        path.replace(going)
        _wipe(keys_beside(path))
        for each in (_half_done(path), going):
            each.unlink(missing_ok=True)
        sync_folder(path.parent)


def _sweep(backups: Path) -> None:
    """Delete what a kill has left half made or half deleted."""
    with failing_as(backups):
        there = {path.name for path in backups.iterdir()}
        for name in sorted(there):
            of = _belongs_to(name)
            part = of is not None and (name.startswith(".") or of not in there)
            if part or name.startswith(f".{REPLACING}."):
                _wipe(backups / name)


def _belongs_to(name: str) -> str | None:
    """Return the name of the backup of which this is a part, made or half made; None for anything else."""
    stem, keys, _ = name.removeprefix(".").partition(f".{KEYS}")
    of = f"{stem}.db" if keys else stem.removesuffix("-journal")
    return of if _NAME.fullmatch(of) else None


def _half_done(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _wipe(path: Path) -> None:
    """Delete a file; zeros are put over keys first."""
    if KEYS in path.name:
        blank(path)
    path.unlink(missing_ok=True)
