"""Whether the desktop opens `.practice` files with this program: only where somebody asks for it, on Linux.

Then two files lie among the user's own, one that names the kind of file and one that says what opens it; both go when
it is no longer wanted. Nothing else of this program lies outside its home.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.base.failure import Failure
from grounding.base.files import failing_as, write_whole

if TYPE_CHECKING:
    from grounding.base.jobs import Jobs
    from grounding.base.wording import Wording

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ENTRY = Path("applications", "grounding-practice.desktop")
_KIND = Path("mime", "packages", "grounding-practice.xml")
_TOOLS = ("update-mime-database", "update-desktop-database")
"""The first is wanted, the second only helps."""
_PATIENCE_S = 20
_ENTRY_TEXT = """[Desktop Entry]
Type=Application
Name=Grounding
Comment=Look into a practice that somebody gives
Exec={command} %f
MimeType=application/x-grounding-practice;
NoDisplay=true
Terminal=false
StartupWMClass=grounding
"""
_KIND_TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-grounding-practice">
    <comment>Practice for Grounding</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*.practice" weight="60"/>
  </mime-type>
</mime-info>
"""


@QmlElement
class DoubleClick(QObject):
    """One tick in the settings."""

    changed = Signal()

    def __init__(self, *, home: Path, jobs: Jobs, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home, self._jobs, self._wording = home, jobs, wording
        self._said = ""

    @Property(bool, notify=changed)
    def possible(self) -> bool:
        """Whether it can be offered: other systems learn of kinds of files from an installer."""
        return sys.platform == "linux"

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether it has been asked for."""
        return all((user_data() / each).is_file() for each in (_ENTRY, _KIND))

    @Property(str, notify=changed)
    def said(self) -> str:
        """Why it could not be done, in one sentence, or ""."""
        return self._said

    @Slot(bool)
    def choose(self, on: bool) -> None:
        """Have such files opened by double click, or no longer."""
        work = partial(offer, self._home) if on else withdraw
        self._jobs.run(work, lambda _nothing: self._tell(""), lambda why: self._tell(self._wording.sentence(why)))

    def forget(self) -> None:
        """Take it back where it leads to this home, which is being deleted; on whatever thread that is.

        Raises:
            Failure: `not-written` where a file stays.
        """
        with contextlib.suppress(OSError, ValueError):
            if quoted(str(self._home)) in (user_data() / _ENTRY).read_text(encoding="utf-8"):
                withdraw()

    def _tell(self, said: str) -> None:
        self._said = said
        self.changed.emit()


def user_data() -> Path:
    """Return the folder of the user's own data, as the desktop knows it."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"


def offer(home: Path) -> None:
    """Tell the desktop that this program opens `.practice` files, in the window of this home.

    Raises:
        Failure: `no-double-click` where this desktop cannot learn of it; `disk-full`, `not-written`; nothing stays.
    """
    if shutil.which(_TOOLS[0]) is None:
        raise Failure("no-double-click", tool=_TOOLS[0])
    words = (sys.executable, "-P", "-m", "grounding", "--home", str(home))
    try:
        write_whole(user_data() / _KIND, _KIND_TEXT.encode())
        write_whole(user_data() / _ENTRY, _ENTRY_TEXT.format(command=" ".join(map(quoted, words))).encode())
    except Failure:
        withdraw()
        raise
    _update()


def withdraw() -> None:
    """Take it back.

    Raises:
        Failure: `not-written` where a file stays.
    """
    for each in (_ENTRY, _KIND):
        with failing_as(user_data() / each), contextlib.suppress(FileNotFoundError, NotADirectoryError):
            (user_data() / each).unlink()
    _update()


def quoted(word: str) -> str:
    """Return an argument as the line `Exec` of a desktop entry wants it: quoted for the entry and for the command."""
    for each in '\\"`$':
        word = word.replace(each, "\\" + each)
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _update() -> None:
    for tool, folder in zip(_TOOLS, (user_data() / _KIND.parts[0], user_data() / _ENTRY.parent), strict=True):
        found = shutil.which(tool)
        if found is not None and folder.is_dir():
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):  # the desktop learns of it later then
                subprocess.run([found, str(folder)], check=False, timeout=_PATIENCE_S, capture_output=True)
