"""Whether the journal's folder is still there: a stick that was pulled out must not become a folder on another disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from pathlib import Path


class Standing:
    """Remembers, in this process, that the folder has been there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = False

    def look(self) -> None:
        """Take note of the folder where it is there.

        Raises:
            Failure: `journal-vanished` where it was there before and is not now.
        """
        if self._there():
            self._seen = True
        elif self._seen:
            raise Failure("journal-vanished", folder=self._folder)

    def forget(self) -> None:
        """It was deleted on purpose."""
        self._seen = False

    def _there(self) -> bool:
        try:
            return self._folder.is_dir()
        except OSError:
            return False
