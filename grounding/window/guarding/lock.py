"""Whether the journal is locked, and what opens it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.journal import Journal
    from grounding.journal.keyring.keys import Keys

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1


class State(StrEnum):
    """How the journal stands."""

    UNKNOWN = ""
    OPEN = "open"
    LOCKED = "locked"
    OPENING = "opening"


@QmlElement
class Lock(QObject):
    """What the window knows of the passphrase. Nothing that is typed into it is kept, counted or told."""

    changed = Signal()
    opened = Signal()
    """The journal can be read from now on."""
    asked = Signal()
    """Somebody wants it locked now."""
    failed = Signal(object)
    """A `Failure`: the passphrase fits, and something else is the matter."""

    def __init__(
        self, *, journal: Journal, folder: Path, jobs: Jobs, wording: Wording, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._folder, self._jobs, self._wording = journal, folder, jobs, wording
        self._state = State.UNKNOWN
        self._passphrase = False
        self._said = ""
        self._turns = 0
        """How often it was locked or opened: what was seen before the last time is of no use."""

    @Property(str, notify=changed)
    def state(self) -> str:
        """open, locked, opening, or "" where nobody has looked yet."""
        return self._state.value

    @Property(bool, notify=changed)
    def passphrase(self) -> bool:
        """Whether the journal has a passphrase."""
        return self._passphrase

    @Property(bool, notify=changed)
    def shut(self) -> bool:
        """Whether it takes the passphrase to read anything."""
        return self._state in (State.LOCKED, State.OPENING)

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it did not open, in one sentence, or ""."""
        return self._said

    @Property(str, notify=changed)
    def lost(self) -> str:
        """What is left where the passphrase is lost."""
        return self._wording.sentence(Failure("passphrase-lost"))

    @property
    def may_lock(self) -> bool:
        """Whether there is a passphrase, and it is open."""
        return self._passphrase and self._state is State.OPEN

    def stands(self, state: State) -> bool:
        """Whether the journal stands so."""
        return self._state is state

    def look(self, then: Callable[[], None] = lambda: None) -> None:
        """See how the journal stands, away from the window; `then` do something."""
        from grounding.journal.keyring.key_file import read_envelope  # noqa: PLC0415 - not before the window is seen

        def read() -> tuple[bool, bool]:
            envelope = read_envelope(self._folder)
            return envelope is not None and envelope.locked, self._journal.locked

        turns = self._turns

        def found(passphrase: bool, locked: bool) -> None:
            self._passphrase = passphrase
            if turns == self._turns:
                self._set(State.LOCKED if locked else State.OPEN)
            then()

        # A key file that cannot be read is told by whatever is done next with the journal.
        self._jobs.run(read, lambda found_: found(*found_), lambda _failure: found(False, False))

    @Slot()
    def lock(self) -> None:
        """Ask for it to be locked."""
        self.asked.emit()

    def fall(self) -> None:
        """Be locked from now on."""
        self._turns += 1
        self._set(State.LOCKED)

    @Slot(str)
    def unlock(self, typed: str) -> None:
        """Open it with the passphrase, in whose place the recovery code does too."""
        from grounding.journal.keyring.locking import unlock_with_either  # noqa: PLC0415 - cryptography only once needed

        self._open(lambda: unlock_with_either(self._folder, typed))

    @Slot(str)
    def unlockWithCode(self, typed: str) -> None:
        """Open it with the recovery code."""
        from grounding.journal.keyring.locking import unlock_with_code  # noqa: PLC0415 - as above

        self._open(lambda: unlock_with_code(self._folder, typed))

    @Slot()
    def hush(self) -> None:
        """Take the sentence away."""
        self._set(self._state)

    def _open(self, keys: Callable[[], Keys]) -> None:
        if self._state is not State.LOCKED:
            return

        def opened() -> Failure | None:
            fitting = keys()
            try:
                self._journal.unlock(fitting)
            except Failure as failure:
                return failure
            return None

        def done(failure: Failure | None) -> None:
            self._set(State.OPEN)
            self.opened.emit()
            if failure is not None:
                self.failed.emit(failure)

        def not_opened(failure: Failure) -> None:
            self._set(State.LOCKED, said=self._wording.sentence(failure))

        self._turns += 1
        self._set(State.OPENING)
        self._jobs.run(opened, done, not_opened)

    def _set(self, state: State, *, said: str = "") -> None:
        self._state, self._said = state, said
        self.changed.emit()
