"""A file that is about to be written: where it goes, of what kind it is, and how far it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.window.along.away import Away, Going

if TYPE_CHECKING:
    from grounding.base.child import Message
    from grounding.base.wording import Wording

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NO_NAME = re.compile(r'\s*[\x00-\x1f/\\:*?"<>|]+\s*')


@QmlElement
class Destination(Away):
    """Where a file goes, as somebody says it, and the errand that writes it."""

    changed = Signal()

    def __init__(self, *, kinds: tuple[str, ...], wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds, self._wording = kinds, wording
        self._where = ""
        self._said = ""
        self._written = False
        self._asks = False
        self._allowed = Path()
        """What has been asked about already, and may be replaced."""
        self._goes_to = Path()
        """Where the errand under way goes."""

    # What is

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where it goes, as it was typed or chosen."""
        return self._where

    @property
    def path(self) -> Path:
        """Where it goes; what begins with ~ lies in the person's own folder."""
        return path_of(self._where)

    @Property(list, notify=changed)
    def kinds(self) -> list[str]:
        """The kinds of file there are, by their endings."""
        return list(self._kinds)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """The kind that the ending of the path names, or ""."""
        ending = self.path.suffix.lower().removeprefix(".")
        return ending if ending in self._kinds else ""

    @Property(bool, notify=changed)
    def asks(self) -> bool:
        """Whether a file of that name is there, and a yes is wanted before it is replaced."""
        return self._asks

    @Property(bool, notify=changed)
    def writing(self) -> bool:
        return self._errand is not None

    @Property(bool, notify=changed)
    def written(self) -> bool:
        """Whether it has been written, and nothing changed since."""
        return self._written

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be written, in one sentence, or ""."""
        return self._said

    @Property(QUrl, notify=changed)
    def url(self) -> QUrl:
        """Where it goes, as a dialog wants it."""
        return QUrl.fromLocalFile(str(self.path))

    # What may be chosen

    @Slot(str)
    def chooseKind(self, kind: str) -> None:
        """Name the file as one of this kind."""
        path = Path(self._where)
        self._where = str(path.with_suffix(f".{kind}") if self.kind else Path(f"{path}.{kind}"))
        self._anew()

    @Slot(str)
    def typeWhere(self, where: str) -> None:
        """Take where it goes, as it is typed."""
        if where != self._where:
            self._where = where
            self._anew()

    @Slot(QUrl)
    def chooseWhere(self, url: QUrl) -> None:
        """Take where it goes, as it is chosen in a dialog; one without an ending becomes of the kind it was."""
        kind, self._where = self.kind, url.toLocalFile()
        if self.kind:
            self._allowed = self.path  # the dialog has asked
        else:
            self._where += f".{kind or self._kinds[0]}"
        self._anew()

    @Slot()
    def write(self) -> None:
        """Write it, away from the window; where a file is there already, ask first."""
        if self.writing:
            return
        if self.path.is_file() and not self._may_replace:
            self._ask()
        else:
            self._write()

    @Slot()
    def replace(self) -> None:
        """Yes, write it in place of the file that is there."""
        self._allowed = self.path
        self.write()

    @Slot()
    def keepThere(self) -> None:
        """No, the file that is there stays."""
        self._anew()

    # Within

    def _write(self) -> None:
        """Go on the errand that writes it."""
        raise NotImplementedError

    @property
    def _may_replace(self) -> bool:
        return self._allowed == self.path

    def _ask(self) -> None:
        self._anew()
        self._asks = True
        self.changed.emit()

    def _suggest(self, folder: Path, *names: str) -> None:
        """Begin with a file in that folder, by the first of the names of which any system takes something."""
        name = next(filter(None, (_NO_NAME.sub(" ", each).strip() for each in names)))
        self._where = str(folder / f"{name}.{self._kinds[0]}")
        self._anew()

    def _anew(self) -> None:
        self._said, self._written, self._asks, self._part = "", False, False, 0.0
        self.changed.emit()
        self.partChanged.emit()

    def _begin(self, errand: Going) -> None:
        """Go on the errand, which tells its end and parts by `_told_end` and `_tell_part`."""
        self._anew()
        self._goes_to = self.path
        self._go(errand)
        self.changed.emit()

    def _come(self, how: Message | Failure) -> None:
        if self._goes_to != self.path:  # another file is spoken of by now
            self._anew()
            return
        if isinstance(how, Failure) and how.code == "file-is-there":  # it has come meanwhile
            self._ask()
            return
        self._allowed = Path()
        self._written = not isinstance(how, Failure) and how["is"] == "written"
        self._said = self._wording.sentence(how) if isinstance(how, Failure) else ""
        self._part = 1.0 if self._written else 0.0
        self.changed.emit()
        self.partChanged.emit()


def path_of(where: str) -> Path:
    """Return the path that somebody typed; what begins with ~ lies in the person's own folder."""
    typed = Path(where.strip())
    try:
        return typed.expanduser().absolute()
    except RuntimeError:  # there is nobody of that name
        return typed.absolute()


def folder_for(place: QStandardPaths.StandardLocation) -> Path:
    """Return the folder that the system has for such files, or else the person's own."""
    found = [QStandardPaths.writableLocation(each) for each in (place, QStandardPaths.StandardLocation.HomeLocation)]
    return next((Path(each) for each in found if each and Path(each).is_dir()), Path.home())
