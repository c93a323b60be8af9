"""The way to the journal's file: opened when it is asked for, with the keys that are here, and closed when it fails."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.base.files import written_failure
from grounding.base.home import PRIVATE_DIR
from grounding.journal import changing
from grounding.journal.backup.moving import finish_moving
from grounding.journal.keyring.key_file import read_envelope
from grounding.journal.keyring.sealed import Sealed
from grounding.journal.place import JOURNAL, gone
from grounding.journal.standing import Standing
from grounding.journal.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import apsw

    from grounding.journal.keyring.envelope import Envelope
    from grounding.journal.keyring.keys import Keys
    from grounding.journal.vault import Vault

_FOREIGN = ("journal-damaged", "journal-keys-foreign")
"""What a file looks like to keys that are no longer its own."""


class Access:
    """One file in one folder, reached afresh after every failure, and whatever other processes do to it."""

    def __init__(self, folder: Path, *, vfs: str | None = None) -> None:
        self._folder = folder
        self._vfs = vfs
        self._vault: Vault | None = None
        self._seen: tuple[Vault, int] | None = None
        """The file and the number of others' writes when it was last looked at; None before the first time."""
        self._unlocked: Keys | None = None
        """What a passphrase has opened, in this process."""
        self._opened_with: Keys | None = None
        self._notices: list[Failure] = []
        self._waiting = Waiting(folder, self.sealed)
        self._standing = Standing(folder)

    def sealed(self, path: Path, *, damaged: str) -> Sealed:
        """Return a file of its own at `path` that this journal's keys can read; `damaged` is its failure's code."""
        return Sealed(path, folder=self._folder, damaged=damaged, keys=self.keys)

    @property
    def locked(self) -> bool:
        """Whether there is a passphrase, and no keys for it in this process.

        Whatever reads or changes what is there then fails as `journal-locked`; `add` and `draft.keep` work. That the
        key file is damaged is told by what is done next.
        """
        try:
            self._standing.look()
            envelope = None if self._vault else read_envelope(self._folder)
        except Failure:
            return False
        return envelope is not None and envelope.locked and not self._unlocks(envelope)

    @property
    def waits(self) -> bool:
        """Whether anything waits to join."""
        return self._waiting.any()

    def keys(self) -> Keys:
        """Return the keys of this journal.

        Raises:
            Failure: `journal-locked`, or what is wrong with the key file.
        """
        envelope = read_envelope(self._folder)
        if envelope is None:
            raise Failure("journal-keys-missing", folder=self._folder)
        if self._unlocked and envelope.locked and self._unlocks(envelope):
            return self._unlocked
        return envelope.unlock()

    def unlock(self, keys: Keys) -> None:
        """Open from now on with these keys, and take in what was said while it was locked (see `locking`)."""
        self._unlocked = keys
        with self._open() as vault:
            if vault is None and self._waiting.any():
                self._made()

    @property
    def unlocked_with(self) -> Keys | None:
        """What a passphrase has opened in this process, None where it opens by itself or is locked."""
        return self._unlocked

    def lock(self) -> None:
        """Close the file and forget the keys; what was read may be in memory until the process ends."""
        self.close()
        self._unlocked = None

    def notices(self) -> tuple[Failure, ...]:
        """Return what is to be said, and stopped nothing, since this was last asked."""
        notices, self._notices = tuple(self._notices), []
        return notices

    @property
    def there(self) -> bool:
        """Whether there is a journal yet."""
        return _is_there(self._folder / JOURNAL)

    @contextlib.contextmanager
    def lent(self) -> Iterator[tuple[Vault, Path, Keys]]:
        """Lend the open file, the folder and the keys to what looks after them.

        Raises:
            Failure: `journal-unreadable` where there is no journal; as `Vault.open`.
        """
        with self._open() as vault:
            if vault is None:
                raise Failure("journal-unreadable", path=self._folder / JOURNAL, reason="it is not there")
            yield vault, self._folder, self.keys()

    def changed(self) -> bool:
        """Return whether somebody else has written since this was last asked, or since the journal was first read."""
        before = self._seen
        with self._open() as vault:
            joined = vault is not None and self._take_in(vault)
            self._seen = (vault, vault.written_by_others()) if vault else None
        return joined or (self._seen is not None and self._seen != before)

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        vault, self._vault = self._vault, None
        if vault:
            vault.close()

    def erased(self) -> None:
        """Take note that the folder was deleted on purpose: what is kept next begins a new journal."""
        self._standing.forget()

    @contextlib.contextmanager
    def _open(self) -> Iterator[Vault | None]:
        """Lend the open file, None where there is none yet; a failure closes it, so that the next try is fresh."""
        if self._vault and self._vault.replaced():
            self.close()
        try:
            yield self._vault or self._opened()
        except BaseException as error:
            code = error.code if isinstance(error, Failure) else ""
            newer = self._vault is not None and self._vault.newer
            if code != "no-such-entry":
                self.close()
            if newer and code == "journal-damaged":
                raise Failure("journal-newer") from error  # what is not understood there may well be sound
            if code in _FOREIGN and self._exchanged():
                raise Failure("journal-busy") from error
            raise

    @contextlib.contextmanager
    def _open_for_writing(self) -> Iterator[apsw.Connection]:
        with self._open() as vault, (vault or self._made()).writing() as connection:
            yield connection

    @contextlib.contextmanager
    def _open_for_changing(self) -> Iterator[apsw.Connection]:
        """As `_open_for_writing`, but only if there is a journal: what is not there cannot be changed."""
        with self._open() as vault:
            if vault is None:
                raise Failure("no-such-entry")
            with vault.writing() as connection:
                yield connection

    def _opened(self) -> Vault | None:
        path = self._folder / JOURNAL
        self._standing.look()
        finish_moving(self._folder)
        if not _is_there(path):
            finish_moving(self._folder)  # between the two looks another process may have begun to
            if not _is_there(path):
                if self.locked:
                    raise Failure("journal-locked")
                if gone(self._folder):
                    raise Failure("journal-gone")  # a new one begun here would hide that
                return None
        from grounding.journal import vault  # noqa: PLC0415 - engine and cryptography only once needed
        from grounding.journal.keyring import exchange  # noqa: PLC0415 - engine and cryptography only once needed

        self._note(exchange.settle(self._folder, vfs=self._vfs))
        self._opened_with = self.keys()
        self._vault = vault.Vault.open(path, self._opened_with, vfs=self._vfs)
        if self._vault.newer and not self._seen:
            self._note(Failure("journal-newer"))
        self._seen = self._seen or (self._vault, self._vault.written_by_others())
        self._take_in(self._vault)
        return self._vault

    def _made(self) -> Vault:
        from grounding.journal import new_file  # noqa: PLC0415 - as above
        from grounding.journal.keyring import keys  # noqa: PLC0415 - as above

        try:
            self._folder.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
            self._folder.chmod(PRIVATE_DIR)
        except OSError as error:
            raise written_failure(self._folder, error) from error
        keys.envelope_for_writing(self._folder)
        new_file.create(self._folder / JOURNAL, self.keys(), vfs=self._vfs)
        made = self._opened()
        if made is None:
            raise Failure("journal-unreadable", path=self._folder / JOURNAL, reason="it has gone")
        return made

    def _unlocks(self, envelope: Envelope) -> bool:
        return self._unlocked is not None and self._unlocked.journal == envelope.journal

    def _take_in(self, vault: Vault) -> bool:
        """Let join what waits; return whether anything has. What cannot join now waits on."""
        if vault.newer:
            return False
        found, failures = self._waiting.read()
        try:
            if found:
                with vault.writing() as connection:
                    for entry in found.values():
                        changing.add(connection, entry)
                self._waiting.joined(found)
        except Failure as failure:
            found = {}
            if failure.code != "journal-busy":
                failures = (*failures, failure)
        self._note(*failures)
        return bool(found)

    def _note(self, *failures: Failure | None) -> None:
        """Keep what is to be said, once for each kind of it."""
        codes = {notice.code for notice in self._notices}
        self._notices += [failure for failure in failures if failure and failure.code not in codes]

    def _exchanged(self) -> bool:
        """Return whether another process has given the journal other keys since it was opened here."""
        try:
            return self._opened_with is not None and self.keys() != self._opened_with
        except Failure as failure:
            return failure.code == "journal-locked"


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise Failure("journal-unreadable", path=path, reason=error.strerror) from error
