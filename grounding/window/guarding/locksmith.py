"""Sets a passphrase, changes it, takes it away, and makes a new recovery code: step by step, on a page of its own."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.journal.journal import Journal
    from grounding.journal.keyring.keys import Keys
    from grounding.journal.keyring.locking import Prepared
    from grounding.window.guarding.clipboard import Clipboard
    from grounding.window.guarding.lock import Lock

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WEIGHED_AFTER_MS = 150


class Aim(StrEnum):
    """What is to be done."""

    NOTHING = ""
    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"
    CODE = "code"


ABOUT, OLD, NEW, SHOWN, BACK, DONE = "about", "old", "new", "shown", "back", "done"
STEPS = {
    Aim.NOTHING: (DONE,),
    Aim.SET: (ABOUT, NEW, SHOWN, BACK, DONE),
    Aim.CHANGE: (OLD, NEW, DONE),
    Aim.REMOVE: (OLD, DONE),
    Aim.CODE: (OLD, SHOWN, BACK, DONE),
}
"""What each wants: to say what it means, the old passphrase, a new one, the code shown, and typed back."""


@QmlElement
class Locksmith(QObject):
    """Nothing is set before the last step; whoever leaves earlier has changed nothing."""

    changed = Signal()
    strengthChanged = Signal()

    def __init__(
        self,
        *,
        journal: Journal,
        folder: Path,
        jobs: Jobs,
        lock: Lock,
        clipboard: Clipboard,
        wording: Wording,
        backups: Callable[[Keys], object] = lambda _keys: None,
        parent: QObject | None = None,
    ) -> None:
        """`backups` has the backups follow, once other keys or slots hold."""
        super().__init__(parent)
        self._journal, self._folder, self._jobs, self._lock = journal, folder, jobs, lock
        self._clipboard, self._wording, self._backups = clipboard, wording, backups
        self._aim, self._step = Aim.NOTHING, 0
        self._said, self._working = "", False
        self._keys: Keys | None = None
        self._prepared: Prepared | None = None
        self._code = ""
        self._typed, self._strength = "", ""
        self._weigh = QTimer(self, singleShot=True, interval=_WEIGHED_AFTER_MS)
        self._weigh.timeout.connect(self._weighed)

    # What is

    @Property(str, notify=changed)
    def aim(self) -> str:
        """set, change, remove, code, or ""."""
        return self._aim.value

    @Property(str, notify=changed)
    def step(self) -> str:
        """about, old, new, shown, back or done."""
        return STEPS[self._aim][self._step]

    @Property(bool, notify=changed)
    def working(self) -> bool:
        """Whether it is at work, which takes about a second."""
        return self._working

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it did not go on, in one sentence, or ""."""
        return self._said

    @Property(str, notify=changed)
    def code(self) -> str:
        """The new recovery code, while it is shown."""
        return self._code

    @Property(str, notify=strengthChanged)
    def strength(self) -> str:
        """How hard the passphrase that is being typed would be to guess, in words, or ""."""
        return self._strength

    # Step by step

    @Slot(str)
    def begin(self, aim: str) -> None:
        """Begin with the first step."""
        self.leave()
        self._aim = Aim(aim)
        self.changed.emit()

    @Slot()
    def understood(self) -> None:
        """Go on to the passphrase."""
        self._on()

    @Slot(str)
    def prove(self, typed: str) -> None:
        """Take the passphrase of today, in whose place the recovery code does too."""
        removes = self._aim is Aim.REMOVE

        def opened() -> Keys:
            from grounding.journal.keyring import locking  # noqa: PLC0415 - cryptography only once needed

            keys = locking.unlock_with_either(self._folder, typed)
            if removes:
                locking.remove_passphrase(self._folder, keys, backups=self._backups)
            return keys

        def proven(keys: Keys) -> None:
            self._keys = keys
            if self._aim is Aim.CODE:
                self._code = _prepared_code()
            self._on()

        self._work(opened, proven)

    @Slot(str)
    def weigh(self, typed: str) -> None:
        """Tell in a moment how hard this would be to guess."""
        self._typed = typed
        if typed:
            self._weigh.start()
        else:
            self._tell_strength("")

    @Slot(str, str)
    def offer(self, first: str, second: str) -> None:
        """Take a new passphrase, typed twice."""
        if first != second:
            self._say(Failure("passphrases-differ"))
        elif not first:
            self._say(Failure("passphrase-empty"))
        elif self._aim is Aim.SET:
            from grounding.journal.keyring.locking import prepare_passphrase  # noqa: PLC0415 - as above

            self._prepared = prepare_passphrase(first)
            self._code = self._prepared.code
            self._on()
        elif self._keys:
            self._work(partial(self._change, self._keys, first), lambda _nothing: self._on())

    @Slot()
    def written(self) -> None:
        """The code is written down."""
        self._on()

    @Slot()
    def showAgain(self) -> None:
        """Show the code once more."""
        if self._at(BACK):
            self._step -= 1
            self._say(None)

    @Slot()
    def copy(self) -> None:
        """Put the code on the clipboard, for a short while."""
        self._clipboard.lend(self._code)

    @Slot(str)
    def giveBack(self, typed: str) -> None:
        """Take the code as it was written down; what was prepared is then set."""
        if self._prepared:
            self._work(partial(self._set, self._prepared, typed), lambda _nothing: self._on())
        elif self._keys:
            self._work(partial(self._set_code, self._keys, self._code, typed), lambda _nothing: self._on())

    @Slot()
    def leave(self) -> None:
        """Forget all that was typed and shown."""
        self._aim, self._step, self._said = Aim.NOTHING, 0, ""
        self._keys, self._prepared, self._code = None, None, ""
        self._typed = ""
        self._weigh.stop()
        self._clipboard.take_back()
        self._tell_strength("")
        self.changed.emit()

    # Within

    def _set(self, prepared: Prepared, typed: str) -> None:
        from grounding.journal.keyring.locking import set_passphrase  # noqa: PLC0415 - as above

        self._journal.close()
        self._journal.unlock(set_passphrase(self._folder, prepared, typed=typed, backups=self._backups))

    def _change(self, keys: Keys, passphrase: str) -> None:
        from grounding.journal.keyring.locking import change_passphrase  # noqa: PLC0415 - as above

        change_passphrase(self._folder, keys, passphrase, backups=self._backups)

    def _set_code(self, keys: Keys, code: str, typed: str) -> None:
        from grounding.journal.keyring.locking import new_recovery_code  # noqa: PLC0415 - as above

        new_recovery_code(self._folder, keys, code, typed=typed, backups=self._backups)

    def _work(self, does: Callable[[], object], then: Callable[..., None]) -> None:
        """Do something away from the window, unless it is at work already."""
        if self._working:
            return
        aim = self._aim

        def done(result: object) -> None:
            self._working = False
            self._lock.look()
            if self._aim is aim:  # else the page was left meanwhile
                then(result)
            self.changed.emit()

        def failed(failure: Failure) -> None:
            self._working = False
            self._say(failure if self._aim is aim else None)

        self._working = True
        self._say(None)
        self._jobs.run(does, done, failed)

    def _on(self) -> None:
        self._step += 1
        if self._at(DONE):
            self._keys, self._prepared, self._code = None, None, ""
            self._clipboard.take_back()
        self._say(None)

    def _at(self, step: str) -> bool:
        return STEPS[self._aim][self._step] == step

    def _say(self, failure: Failure | None) -> None:
        self._said = self._wording.sentence(failure) if failure else ""
        self.changed.emit()

    def _weighed(self) -> None:
        from grounding.journal.keyring.strength import strength  # noqa: PLC0415 - only where a passphrase is typed

        typed = self._typed

        def told(how: object) -> None:
            if typed == self._typed:
                self._tell_strength(self._wording.name("guessing", str(how)))

        self._jobs.run(lambda: strength(typed).value, told)

    def _tell_strength(self, words: str) -> None:
        self._strength = words
        self.strengthChanged.emit()


def _prepared_code() -> str:
    from grounding.journal.keyring.locking import prepare_recovery_code  # noqa: PLC0415 - as above

    return prepare_recovery_code()
