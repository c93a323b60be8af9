"""A file that is about to be written: where it goes, of what kind it is, and how far it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from grounding.base.child import Message
    from grounding.base.errand import Errand
    from grounding.base.wording import Wording

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NO_NAME = re.compile(r'\s*[\x00-\x1f/\\:*?"<>|]+\s*')


@QmlElement
class Destination(QObject):
    """Where a file goes, as somebody says it, and the errand that writes it."""

    changed = Signal()
    partChanged = Signal()
    _told_part = Signal(float)
    _told_end = Signal(object)

    def __init__(self, *, kinds: tuple[str, ...], wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kinds, self._wording = kinds, wording
        self._where = ""
        self._part = 0.0
        self._said = ""
        self._written = False
        self._errand: Errand | None = None
        self._told_part.connect(self._hear_part)
        self._told_end.connect(self._hear_end)

    # What is

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where it goes, as it was typed or chosen."""
        return self._where

    @property
    def path(self) -> Path:
        """Where it goes; what begins with ~ lies in the person's own folder."""
        typed = Path(self._where.strip())
        try:
            return typed.expanduser().absolute()
        except RuntimeError:  # there is nobody of that name
            return typed.absolute()

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
    def there(self) -> bool:
        """Whether something of that name is there already, and would be replaced."""
        return not self._written and self.path.is_file()

    @Property(bool, notify=changed)
    def writing(self) -> bool:
        return self._errand is not None

    @Property(bool, notify=changed)
    def written(self) -> bool:
        """Whether it has been written, and nothing changed since."""
        return self._written

    @Property(float, notify=partChanged)
    def part(self) -> float:
        """How much is written, 0 to 1."""
        return self._part

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
        if not self.kind:
            self._where += f".{kind or self._kinds[0]}"
        self._anew()

    @Slot()
    def cancel(self) -> None:
        """Stop writing; nothing half stays behind."""
        if self._errand is not None:
            self._errand.cancel()

    def close(self) -> None:
        """The window closes: what is not whole yet will not be."""
        self.cancel()

    # Within

    def _suggest(self, folder: Path, *names: str) -> None:
        """Begin with a file in that folder, by the first of the names of which any system takes something."""
        name = next(filter(None, (_NO_NAME.sub(" ", each).strip() for each in names)))
        self._where = str(folder / f"{name}.{self._kinds[0]}")
        self._anew()

    def _anew(self) -> None:
        self._said, self._written, self._part = "", False, 0.0
        self.changed.emit()
        self.partChanged.emit()

    def _begin(self, errand: Errand) -> None:
        """Go on the errand, which tells its end and parts by `_told_end` and `_tell_part`."""
        self._anew()
        self._errand = errand
        self.changed.emit()
        errand.begin()

    def _tell_part(self, message: Message) -> None:
        self._told_part.emit(message["part"])

    @Slot(float)
    def _hear_part(self, part: float) -> None:
        self._part = part
        self.partChanged.emit()

    @Slot(object)
    def _hear_end(self, how: Message | Failure) -> None:
        self._errand = None
        self._written = not isinstance(how, Failure) and how["is"] == "written"
        self._said = self._wording.sentence(how) if isinstance(how, Failure) else ""
        self._part = 1.0 if self._written else 0.0
        self.changed.emit()
        self.partChanged.emit()


def folder_for(place: QStandardPaths.StandardLocation) -> Path:
    """Return the folder that the system has for such files, or else the person's own."""
    found = [QStandardPaths.writableLocation(each) for each in (place, QStandardPaths.StandardLocation.HomeLocation)]
    return next((Path(each) for each in found if each and Path(each).is_dir()), Path.home())
