"""An exported journal taken in: looked through whole before anything is changed, then merged in one transaction."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Lend the file at `path`; every failure of what is done with it gets its name.

    Raises:
        Failure: `import-unreadable` or `import-not-a-file`.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NOT_WAITING)  # a pipe that nobody writes to would wait for ever
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Failure("import-not-a-file", file=path)
        with os.fdopen(handle, "rb", buffering=0) as file:
            yield file
    except Failure as failure:
        raise Failure(failure.code, **{"file": path} | failure.facts) from failure
    except OSError as error:
        raise Failure("import-unreadable", file=path, reason=error.strerror) from error
