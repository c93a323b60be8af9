"""What goes on between the parts: what one of them does, and what others have to do then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QTimer

from grounding.base.settings import write_settings
from grounding.window.guarding.lock import State

if TYPE_CHECKING:
    from grounding.base.failure import Failure
    from grounding.base.home import Home
    from grounding.base.settings import Settings
    from grounding.window.parts import Parts


class Between:
    """The connections of one home's parts, from when they are made until `close`."""

    def __init__(self, parts: Parts, *, home: Home, unwritable: Failure | None) -> None:
        self._parts, self._home, self._unwritable = parts, home, unwritable
        self.waiting = ""
        """What of the deleted practices the window remembers from before the program began anew."""
        self._watch = QFileSystemWatcher()
        self._refresh = QTimer(singleShot=True, interval=200)
        self._refresh.timeout.connect(self._read_anew)
        self._connect(parts)
        for failure in (parts.front.damaged, unwritable):
            if failure is not None:
                parts.flow.say(failure)

    def close(self) -> None:
        """See no more of the journal's folder."""
        self._watch.directoryChanged.disconnect(self._journal_changed)
        self._refresh.stop()

    def _connect(self, parts: Parts) -> None:
        parts.preferences.keep_with(self._save)
        for part in (
            parts.deleting,
            parts.breaths,
            parts.keeping,
            parts.room,
            parts.lock,
            parts.retention,
            parts.tending,
            parts.printing,
        ):
            part.failed.connect(self._say)
        parts.looking_back.tell(self._say)
        parts.lock.opened.connect(self._opened)
        parts.lock_up.falls.connect(parts.tending.rest)
        parts.lock_up.falls.connect(self._let_go)
        told = (each.partChanged for each in (parts.exporting, parts.importing, parts.mending))
        written = (parts.editing.changed, parts.drawn.changed, parts.drawn.named, parts.voices.changed)
        for goes_on in (parts.answers.changed, *written, *told):
            goes_on.connect(parts.lock_up.stirred)
        parts.one_key.taken.connect(parts.lock_up.stirred)
        for anew in (parts.mending.mended, parts.backups.restored):
            anew.connect(self._is_another)
        parts.receiving.taken.connect(parts.flow.come_home)
        for writing in (parts.saving, parts.sharing, parts.exporting):
            writing.changed.connect(parts.lock_up.look)
        for working in (
            parts.voices,
            parts.locksmith,
            parts.backups,
            parts.mending,
            parts.importing,
            parts.receiving,
        ):
            working.changed.connect(parts.lock_up.look)
        for settled in (parts.editing.kept, parts.breaths.written, parts.breath_trial.changed):
            settled.connect(parts.lock_up.look)
        for comes_or_goes in (parts.keeping.kept, parts.importing.taken, parts.retention.forgotten):
            comes_or_goes.connect(self._read_anew)
        parts.keeping.kept.connect(parts.tending.kept)
        parts.importing.taken.connect(parts.tending.taken_in)
        for may_be_new in (parts.keeping.sealed, parts.keeping.kept):
            may_be_new.connect(self._watch_journal)
        for gone in (parts.diary.gone, parts.retention.forgotten):
            gone.connect(parts.tending.forget)
        parts.flow.erases.connect(parts.editing.forget)
        for forgetting in (parts.breaths, parts.deleting):
            parts.flow.erases.connect(forgetting.forget)
        parts.flow.erased.connect(self._forget)
        parts.flow.pageChanged.connect(self._look_at_the_day)
        self._watch.directoryChanged.connect(self._journal_changed)

    def after_first_frame(self) -> None:
        """Do what can wait until the window is seen."""
        self._parts.lock_up.watch(self._parts.front.window)
        self._parts.one_key.watch(self._parts.front.window)
        if self._unwritable is None:
            self._parts.room.read()
            self._parts.deleting.begin(self.waiting)
            self._parts.jobs.run(self._parts.receiving.tidy)
            self._watch_journal()
        self._parts.lock.look(self._looked)

    def _looked(self) -> None:
        if self._parts.lock.stands(State.OPEN) and self._unwritable is None:
            self._opened()

    def _opened(self) -> None:
        """The journal can be read: see what was begun before."""
        self._parts.keeping.look_for_unfinished()
        self._parts.retention.apply()
        self._parts.tending.begin()
        self._parts.jobs.run(self._parts.journal.notices, self._tell)

    def _is_another(self) -> None:
        """The journal is another than before, or can be read again."""
        self._parts.mending.renewed()
        self._parts.lock.look(self._looked)
        self._read_anew()

    def _say(self, failure: Failure) -> None:
        """Say what could not be done; where the journal cannot be read its own page does."""
        if not (self._parts.mending.meet(failure) and self._parts.flow.at("journal")):
            self._parts.flow.say(failure)

    def _tell(self, notices: tuple[Failure, ...]) -> None:
        for notice in notices:
            self._parts.flow.say(notice)

    def _let_go(self) -> None:
        """The journal locks: show nothing more of it."""
        self._parts.flow.put_away()
        self._parts.diary.leave()
        self._parts.printing.leave()

    def _watch_journal(self) -> None:
        if self._home.journal.is_dir():
            self._watch.addPath(str(self._home.journal))

    def _journal_changed(self, _path: str) -> None:
        """Somebody wrote to the journal, perhaps the command line: let join what waits, show anew what is seen."""
        if self._parts.flow.at("journal") or self._parts.journal.waits:
            self._refresh.start()

    def _read_anew(self) -> None:
        if self._parts.lock.stands(State.OPEN):
            self._parts.jobs.run(self._parts.journal.changed, self._show_anew, self._show_anew)

    def _show_anew(self, _changed: bool | Failure) -> None:
        self._parts.diary.refresh()  # which tells too what cannot be read

    def _look_at_the_day(self) -> None:
        """Whoever opens the journal on a new day finds there what is still to be kept."""
        if self._parts.flow.at("journal") and self._unwritable is None:
            self._parts.retention.apply()

    def _save(self, settings: Settings) -> None:
        if self._unwritable is None:
            self._parts.jobs.run(partial(write_settings, self._home.settings, settings), failed=self._parts.flow.say)

    def _forget(self) -> None:
        self._parts.deleting.forget()
        self._parts.keeping.forget()
        self._parts.room.forget()
        self._parts.mending.renewed()
        self._parts.lock.look()
        self._parts.diary.leave()
        self._parts.preferences.forget()
        self._parts.shelf.read()
        self._parts.shelf.read_patterns()
