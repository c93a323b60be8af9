"""Looking back over time: the moments of one place, and how often each place of the body spoke."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.often import Often, how_often
from grounding.body.sensation import Sensation
from grounding.journal.looking import Moment
from grounding.window.looking_back.long_list import Reading

if TYPE_CHECKING:
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording
    from grounding.body.region import Region
    from grounding.journal.journal import Journal
    from grounding.journal.wanted import Wanted
    from grounding.window.looking_back.diary import Diary
    from grounding.window.looking_back.long_list import LongList
    from grounding.window.looking_back.seeking import Seeking
    from grounding.window.preferences import Preferences

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LEVELS = list(Often)


@QmlElement
class OverTime(QObject):
    """The place that is looked for over time, or where none is, the whole body."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        *,
        journal: Journal,
        jobs: Jobs,
        wording: Wording,
        preferences: Preferences,
        seeking: Seeking,
        diary: Diary,
        moments: LongList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._jobs, self._wording, self._preferences = journal, jobs, wording, preferences
        self._seeking, self._moments = seeking, moments
        self._often: dict[Region, Often] = how_often({})
        self._looked_at = False
        seeking.wantedChanged.connect(self._sought)
        diary.changed.connect(self._refresh)
        preferences.leftOutChanged.connect(self.changed)
        moments.failed.connect(self.failed)

    @Property(list, notify=changed)
    def places(self) -> list[dict[str, Any]]:
        """Each place: id, name, how often it spoke, as a word and as a level from 0 to 3."""
        out = self._preferences.settings.left_out
        return [
            {
                "id": region.value,
                "name": self._wording.name("regions", region.value),
                "often": self._wording.name("often", often.value),
                "level": _LEVELS.index(often),
            }
            for region, often in self._often.items()
            if often is not Often.NOT or region.value not in out
        ]

    @Slot()
    def open(self) -> None:
        """Show what is looked for."""
        self._looked_at = True
        wanted = self._seeking.wanted
        if wanted.region:
            read = partial(self._read, wanted, wanted.region)
            self._moments.become(Reading(read, key=lambda each: (each.entry, each.number), light=_light))
        self._look_at_body()

    @Slot()
    def leave(self) -> None:
        """The page is left: nothing of it is held."""
        self._looked_at = False
        QTimer.singleShot(0, self, self._forget)  # once what shows it has gone

    def _forget(self) -> None:
        if not self._looked_at:
            self._often = how_often({})
            self._moments.forget()

    def _sought(self) -> None:
        if self._looked_at:
            self.open()

    def _refresh(self) -> None:
        if not self._looked_at:
            return
        if self._seeking.wanted.region:
            self._moments.refresh()
        self._look_at_body()

    def _look_at_body(self) -> None:
        since, until = self._seeking.wanted.since, self._seeking.wanted.until

        def show(times: dict[Region, int]) -> None:
            self._often = how_often(times)
            self.changed.emit()

        self._jobs.run(lambda: self._journal.spoken(since=since, until=until), show, self.failed.emit)

    def _read(self, wanted: Wanted, region: Region, before: Moment | None, limit: int) -> list[Moment]:
        """Return the moments of the wanted days; a day is that of the place where it was."""
        found: list[Moment] = []
        before = before or _after(wanted, region)
        while True:
            got = self._journal.moments(region, word=wanted.word, before=before, limit=limit)
            for each in got:
                day = each.at.date()
                if wanted.since and each.at < _beginning(wanted):
                    return found
                if not (wanted.since and day < wanted.since) and not (wanted.until and day > wanted.until):
                    found.append(each)
                if len(found) == limit:
                    return found
            if len(got) < limit:
                return found
            before = got[-1]


def _after(wanted: Wanted, region: Region) -> Moment | None:
    """Return a moment after all of the wanted days, wherever on earth they were."""
    if wanted.until is None:
        return None
    at = datetime.combine(wanted.until, time(), UTC) + timedelta(days=2)
    return Moment(entry="", at=at, sensation=Sensation(region=region))


def _beginning(wanted: Wanted) -> datetime:
    """Return a moment before all of them."""
    assert wanted.since is not None
    return datetime.combine(wanted.since, time(), UTC) - timedelta(days=1)


def _light(moment: Moment) -> Moment:
    return replace(moment, sensation=Sensation(region=moment.sensation.region))
