"""One journal exchanged for another that lies staged beside it: all of it at once, and what was there is set aside."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import failing_as, sync_folder, write_whole
from grounding.base.home import PRIVATE_DIR
from grounding.journal.backup.backups import delete_backup, make_backup_alone
from grounding.journal.backup.moving import move_together
from grounding.journal.keyring.resealing import resealed
from grounding.journal.place import DRAFTS, JOURNAL, KEYS, KEYS_COPY, WAITING, place_new
from grounding.journal.repair.quarantine import HALF_DONE, make_place, moves_into
from grounding.journal.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from grounding.journal.backup.moving import Moves
    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.keys import Keys

_TRIES = 3
"""A journal that another process writes to while it is set aside is set aside anew, so many times in all."""
CANNOT_BE_READ = ("journal-damaged", "journal-keys-foreign", "journal-not-encrypted", "journal-newer")
"""After these, what lies there is moved aside as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What is asked for."""

    folder: Path
    stage: Path
    """What lies here comes into the journal's folder, under the same names."""
    keys: Keys | None
    """What opens the journal that is there, None where nobody can."""
    brought: Keys | None
    """What opens the one that comes, None where nobody knows."""
    envelope: Envelope | None
    """The keys that come along; None where those of today stay."""
    now: datetime
    vfs: str | None


def exchange(asked: Exchange) -> Path | None:
    """Make the exchange, alone in the folder of backups; return where the journal of before lies, None for none.

    A journal that can be read is set aside as one more backup, any other in quarantine.

    Raises:
        Failure: `journal-busy`; `not-moved`; what the disk says.
    """
    if not (asked.folder / JOURNAL).exists():
        _put_where_none_is(asked)
        return None
    for _ in range(_TRIES):
        vault = _opened(asked)
        if vault is None:
            return _put_instead_of_unread(asked)
        with contextlib.closing(vault):
            backup = _backed_up(asked, vault)
            if backup is None:
                vault.close()
                return _put_instead_of_unread(asked)
            if _put_unless_written(asked, vault, *backup):
                return backup[0]
    raise Failure("journal-busy")


def _opened(asked: Exchange) -> Vault | None:
    with _unless_it_cannot_be_read():
        if asked.keys:
            return Vault.open_as_it_is(asked.folder / JOURNAL, asked.keys, vfs=asked.vfs)
    return None


def _backed_up(asked: Exchange, vault: Vault) -> tuple[Path, int] | None:
    with _unless_it_cannot_be_read():
        if asked.keys:
            return make_backup_alone(vault, asked.folder, asked.keys, asked.now, set_aside=True, vfs=asked.vfs)
    return None


@contextlib.contextmanager
def _unless_it_cannot_be_read() -> Iterator[None]:
    try:
        yield
    except Failure as failure:
        if failure.code not in CANNOT_BE_READ:
            raise


def _put_unless_written(asked: Exchange, vault: Vault, backup: Path, seen: int) -> bool:
    """Put what is staged into its place, unless another process has written since the backup was made."""
    try:
        with contextlib.ExitStack() as held:
            held.enter_context(vault.writing())  # nobody else can
            if vault.written_by_others() == seen:
                if os.name == "nt":  # an open file cannot be replaced there
                    held.close()
                    vault.close()
                move_together(asked.folder, _moves(asked, []))
                return True
    except Failure as failure:
        if failure.code != "not-moved":
            _let_go(backup)
        raise
    _let_go(backup)
    return False


def _let_go(backup: Path) -> None:
    with contextlib.suppress(Failure):
        delete_backup(backup)


def _put_instead_of_unread(asked: Exchange) -> Path:
    """Put what is staged into its place, and what was there into quarantine."""
    moves = _moves(asked, _there(asked, HALF_DONE, JOURNAL, *_keys_left(asked)))
    move_together(asked.folder, moves)
    return asked.folder / next(target for source, target in moves if source == JOURNAL)


def _put_where_none_is(asked: Exchange) -> None:
    moves = _moves(asked, _there(asked, HALF_DONE, *_keys_left(asked)))
    if len(moves) > 1:
        move_together(asked.folder, moves)
        return
    with failing_as(asked.folder / JOURNAL):
        if not place_new(asked.stage / JOURNAL, asked.folder / JOURNAL):
            raise Failure("journal-busy")  # another process has begun one meanwhile


def _keys_left(asked: Exchange) -> tuple[str, ...]:
    return (KEYS, KEYS_COPY) if asked.envelope else ()


def _there(asked: Exchange, *names: str) -> list[str]:
    return [name for name in names if (asked.folder / name).exists()]


def _moves(asked: Exchange, left: list[str]) -> Moves:
    """Return the moves that set aside what is `left`, and bring what is staged."""
    left = left + [name for name in _sealed(asked) if not _seal_anew(asked, name)]
    place = make_place(asked.folder, asked.now, "set aside by a restore", left) if left else None
    aside = moves_into(asked.folder, place, left) if place else ()
    over = [(KEYS_COPY, "")] if asked.envelope and KEYS_COPY not in left and (asked.folder / KEYS_COPY).exists() else []
    return (*aside, *over, *_brought(asked))


def _sealed(asked: Exchange) -> list[str]:
    """Return what is sealed and not kept yet, where the keys it is sealed to do not stay."""
    if asked.envelope is None:
        return []
    return _sealed_in(asked.folder)


def _sealed_in(folder: Path) -> list[str]:
    drafts = sorted(path.name for path in folder.glob(DRAFTS))
    return [*drafts, *sorted(f"{WAITING}/{path.name}" for path in (folder / WAITING).glob("*.sealed"))]


def _seal_anew(asked: Exchange, name: str) -> bool:
    """Stage what is sealed, sealed to the keys that come; return False where it cannot be."""
    staged = asked.stage / name
    if asked.envelope is None or staged.exists():
        return False
    with failing_as(staged):
        sealed, public = (asked.folder / name).read_bytes(), asked.envelope.public
        tries = (resealed(sealed, keys, public) for keys in (asked.brought, asked.keys) if keys)
        data = next(filter(None, tries), None)
        if data is None:
            return False
        staged.parent.mkdir(mode=PRIVATE_DIR, exist_ok=True)
        write_whole(staged, data)
        sync_folder(asked.stage)
    return True


def _brought(asked: Exchange) -> Moves:
    within = asked.stage.relative_to(asked.folder).as_posix()
    keys = (KEYS,) if asked.envelope else ()
    known = (name for name in (HALF_DONE, JOURNAL, *keys) if (asked.stage / name).exists())
    names = (*known, *_sealed_in(asked.stage))
    return tuple((f"{within}/{name}", name) for name in names)
