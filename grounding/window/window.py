"""The window: shown, asked to do something, and taken down in the reverse of how it was made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from grounding.base.clock import SessionClock
from grounding.base.failure import Failure
from grounding.base.settings import Voice
from grounding.journal.erase import erase_everything
from grounding.window.again import again_from_text
from grounding.window.along.printing import PaperPicture
from grounding.window.between import Between
from grounding.window.breathing.look_picture import LookPicture
from grounding.window.breathing.orb_picture import OrbPicture
from grounding.window.front import Front
from grounding.window.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.base.home import Home
    from grounding.base.wording import Wording
    from grounding.window.again import Again


class GroundingWindow(Parts):
    """One home's window: the parts, what goes on between them, and the page on the screen."""

    def __init__(
        self,
        *,
        home: Home,
        wording: Wording,
        unwritable: Failure | None = None,
        clock: SessionClock | None = None,
        front: Front | None = None,
        restart: Callable[[Again], None] | None = None,
    ) -> None:
        """`restart` has the program begin anew, so that nothing that was read stays in its memory."""
        self._home = home
        self._restart = restart or (lambda _again: None)
        super().__init__(
            home=home,
            wording=wording,
            clock=clock or SessionClock(),
            front=front or Front(home),
            erase=self._erase,
            busy=self._busy,
            restart=self._begin_anew,
        )
        self._between = Between(self, home=home, unwritable=unwritable)

    @property
    def window(self) -> Any:
        """The window itself, once it is shown."""
        return self.front.window

    def show(self, asked: dict[str, Any]) -> None:
        """Show the window, and do what was asked on the command line."""
        again = again_from_text(asked.get("again"))
        if self.front.engine is None:
            self.front.show(again)
        assert self.front.engine is not None
        self.front.engine.addImageProvider("orb", OrbPicture())
        self.front.engine.addImageProvider("look", LookPicture())
        self.front.engine.addImageProvider("paper", PaperPicture(self.printing))
        self.do(asked)
        if again is not None:
            self._between.waiting = again.deleted
            self.flow.come_back(again.page, kept=again.kept)
            self._look_into({"file": again.file})
        self.front.furnish(self.shown())
        self.front.come_forward = self.come_forward
        for asked_since in self.front.asked_since:
            self.come_forward(asked_since)
        QTimer.singleShot(0, self._between.after_first_frame)

    def do(self, asked: dict[str, Any]) -> None:
        """Do what was asked: choose a practice, a sound, begin, or look into a file."""
        if asked.get("sound"):
            self.preferences.set(sound=Voice(asked["sound"]))
        practice = asked.get("practice")
        try:
            if practice:
                self.shelf.practice(practice)
                self.shelf.choose(practice)
            if asked.get("begin"):
                self.flow.begin_practice(practice or self.shelf.choice())
        except Failure as failure:
            self.flow.say(failure)
        self._look_into(asked)

    def _look_into(self, asked: dict[str, Any]) -> None:
        if asked.get("file"):
            self.arriving.come(Path(asked["file"]))

    def come_forward(self, asked: dict[str, Any]) -> None:
        """Bring the window to the front; a sitting that runs is not disturbed."""
        if not self.window.isVisible() or self.window.visibility() is self.window.Visibility.Minimized:
            self.window.show()  # which would make a large window smaller
        self.window.raise_()
        self.window.requestActivate()
        if not self.run.running and not self.run.paused:
            self.do(asked)
        else:
            self._look_into(asked)

    def close(self) -> None:
        """Take everything down in order: window, engine, view models, then sound and journal; the draft is kept."""
        self.lock_up.close()
        self.one_key.let_be()
        self._between.close()
        self.front.close()
        self.awake.let_go()
        self.keeping.close()
        self.room.seal_now()
        self.breaths.close()
        self.sounding.close()
        self.locksmith.leave()
        for on_its_way in (self.saving, self.sharing, self.receiving, self.exporting, self.importing, self.mending):
            on_its_way.close()
        self.voices.close()
        self.editing.close()
        self.deleting.close()
        self.reading.close()
        self.jobs.close()
        self.journal.close()

    def _erase(self) -> None:
        try:
            erase_everything(self._home, self.journal)
        finally:
            self.double_click.forget()

    def _busy(self) -> bool:
        """Whether something is under way that would be lost if the program began anew."""
        writing = any(each.writing for each in (self.saving, self.sharing, self.exporting))
        parts = (self.locksmith, self.backups, self.mending, self.importing, self.receiving)
        working = any(each.working for each in parts)
        unwritten = self.editing.behind or self.breaths.behind
        return bool(writing or working or unwritten or self.voices.doing or self.breath_trial.playing)

    def _begin_anew(self, again: Again) -> None:
        self._restart(replace(again, file=self.arriving.file, deleted=self.deleting.wait()).seen_as(self.window))
