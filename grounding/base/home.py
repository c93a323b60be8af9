"""The one folder in which everything is kept, the owner's alone."""

from __future__ import annotations

import os
from pathlib import Path

from grounding.base.failure import Failure

PRIVATE_DIR = 0o700
PRIVATE_UMASK = 0o077


class Home:
    """The folder that holds settings, journal, own practices and patterns, and log; made 0700 when first needed."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().absolute()

    @classmethod
    def chosen(cls, path: str | os.PathLike[str] | None = None) -> Home:
        """Return the home named by `path`, else by GROUNDING_HOME, else the system's place for user data."""
        named = path or os.environ.get("GROUNDING_HOME")
        if named:
            return cls(Path(named))
        import platformdirs  # noqa: PLC0415 - only where no home is named; 8 ms

        return cls(Path(platformdirs.user_data_dir("grounding", appauthor=False)))

    @property
    def settings(self) -> Path:
        return self.path / "settings.json"

    @property
    def journal(self) -> Path:
        return self.path / "journal"

    @property
    def practices(self) -> Path:
        return self.path / "practices"

    @property
    def patterns(self) -> Path:
        return self.path / "patterns"

    @property
    def log(self) -> Path:
        return self.path / "log.txt"

    @property
    def cache(self) -> Path:
        return self.path / "cache"

    def make(self) -> None:
        """Make the home, for its owner only.

        Raises:
            Failure: `home-unwritable` where the folder cannot be made or written to.
        """
        os.umask(PRIVATE_UMASK)
        try:
            self.path.mkdir(mode=PRIVATE_DIR, parents=True, exist_ok=True)
            self.path.chmod(PRIVATE_DIR)
            probe = self.path / f".{os.getpid()}"
            os.close(os.open(probe, os.O_CREAT | os.O_WRONLY, 0o600))
            probe.unlink()
        except OSError as error:
            raise Failure("home-unwritable", home=self.path, reason=error.strerror) from error
