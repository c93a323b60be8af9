"""The process that writes or reads a `.practice` file: told which by a line of JSON, it answers in lines of JSON.

A file from elsewhere is read here and nowhere else: in so much memory and so many seconds, whatever is in it. Then it
is "written", "kept" (read whole, with who it is from), "cancelled", or "failed" with the failure's code and facts.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.apart import begin_errand, told_failure
from grounding.base.failure import Failure
from grounding.practice.reading import read_practice
from grounding.practice.source import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from grounding.base.apart import Tell
    from grounding.practice.giving.clip import Kept, Sound

_MOST_BYTES = 256 << 20
_PATIENCE_S = 4.5
"""So long it may take to read a file that somebody gives."""
_MOST_CPU_S = 5
"""So much of a processor it may take: for what lets no clock of this process run, when no window is there to end it."""
_FILE_BYTES = 64 << 20


def main() -> None:
    """Write or read the file that the first line of the input asks for."""
    tell, asked, going_on = begin_errand()
    be_small()
    try:
        if asked["do"] == "give":
            tell({"is": "written" if give(asked, going_on) else "cancelled"})
        else:
            be_brief()
            with leaving_in_time(tell, asked):
                tell(open_given(asked, going_on))
    except Failure as failure:
        tell(told_failure(failure))
    os._exit(0)


def give(asked: Mapping[str, Any], going_on: Callable[[float], bool]) -> bool:
    """Write a practice to a `.practice` file; return whether it was written."""
    from grounding.practice.giving.wrapping import wrap  # noqa: PLC0415 - a cancel is heard from the start

    practice = read_practice(Path(asked["practice"]))
    how = {"giver": asked["giver"], "replace": asked["replace"], "keep": _kept, "going_on": going_on}
    return wrap(practice, Path(asked["to"]), **how)


def _kept(sound: Sound) -> Kept | None:
    from grounding.sound.through import as_kept  # noqa: PLC0415 - numpy and soundfile, only where they are wanted

    return as_kept(sound)


class _Cancelled(Exception):
    """Somebody has changed their mind."""


def open_given(asked: Mapping[str, Any], going_on: Callable[[float], bool] = lambda _part: True) -> dict[str, Any]:
    """Read a `.practice` file and return what is told of it; where it cannot be read, nothing of it stays.

    Raises:
        Failure: what is wrong with it.
    """
    from grounding.practice.giving.unwrapping import unwrap  # noqa: PLC0415 - as above

    def keep(sound: Sound) -> Kept | None:
        if not going_on(0.0):
            raise _Cancelled
        return _kept(sound)

    into = Path(asked["into"]) if asked["into"] else None
    try:
        given = unwrap(Path(asked["file"]), keep=keep, into=into)
    except _Cancelled:
        _forget(into)
        return {"is": "cancelled"}
    except MemoryError:
        _forget(into)
        raise Failure("given-too-slow", file=shown(asked["file"])) from None
    except BaseException:
        _forget(into)
        raise
    return {"is": "kept", "giver": given.giver, "text": given.text.decode(), "voices": given.voices}


@contextlib.contextmanager
def leaving_in_time(tell: Tell, asked: Mapping[str, Any]) -> Any:
    """Leave it, and nothing of it, when it takes too long, whatever goes on meanwhile."""

    def leave() -> None:
        if asked["into"]:
            _forget(Path(asked["into"]))
        tell(told_failure(Failure("given-too-slow", file=shown(asked["file"]))))
        os._exit(0)

    watch = threading.Timer(_PATIENCE_S, leave)
    watch.daemon = True
    watch.start()
    yield
    watch.cancel()


def be_small() -> None:
    """Take no more memory than a practice needs: what asks for more is none."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only where there is one

        with contextlib.suppress(ValueError, OSError):  # not every system has this limit
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))
        resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_BYTES, _FILE_BYTES))


def be_brief() -> None:
    """Be ended by the system where this process has taken more time than a practice needs."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only where there is one

        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_CPU_S, _MOST_CPU_S + 1))


def _forget(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
