"""The draft: what is typed and not yet kept, of which nothing is replaced that nobody could read yet."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grounding.base.files import failing_as
from grounding.journal.keyring.sealed import Sealed
from grounding.journal.place import DRAFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grounding.journal.keyring.keys import Keys
    from grounding.journal.standing import Standing

_EARLIER = "draft.*Z.sealed"
_MOMENT = "%Y%m%dT%H%M%S%fZ"


class Draft(Sealed):
    """A sealed file; what it holds that this process has not read, as while the journal is locked, stays beside."""

    def __init__(self, folder: Path, *, keys: Callable[[], Keys], standing: Standing) -> None:
        super().__init__(folder / DRAFT, folder=folder, damaged="draft-damaged", keys=keys)
        self._standing = standing
        self._known = False
        """Whether what lies there was read, or written, by this process."""

    def keep(self, data: bytes) -> None:
        """Seal `data` in place of what was there and is known; see `Sealed.keep`.

        Raises:
            Failure: as `Sealed.keep`; `journal-vanished`.
        """
        self._standing.look()
        if not self._known:
            self._lay_beside()
        super().keep(data)
        self._standing.look()
        self._known = True

    def read(self) -> bytes | None:
        """Return what is sealed, None where nothing is; see `Sealed.read`."""
        data = super().read()
        self._known = True
        return data

    def discard(self) -> None:
        """Delete the file, unless it holds what nobody could read yet; see `Sealed.discard`."""
        if self._known or not self._path.is_file():
            super().discard()

    def earlier(self) -> tuple[Sealed, ...]:
        """Return what was laid beside, oldest first."""
        files = sorted(self._path.parent.glob(_EARLIER))
        return tuple(Sealed(path, folder=self._folder, damaged=self._damaged, keys=self._keys) for path in files)

    def _lay_beside(self) -> None:
        with failing_as(self._path):
            if self._path.exists():
                name = f"{self._path.stem}.{datetime.now(UTC):{_MOMENT}}{self._path.suffix}"
                self._path.rename(self._path.with_name(name))
