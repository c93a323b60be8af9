"""The program begins anew in place of itself, so that nothing of what it knew is left in memory."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def begin_anew(arguments: Sequence[str]) -> None:
    """Run the program anew as it was started, with these arguments; where a process can become another it does.

    Whatever should end in good order must have ended. On Windows this returns, and the process is to end then.
    """
    command = started_as(sys.orig_argv, len(sys.argv) - 1)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # there is none in a window without a console
            stream.flush()
    if os.name == "posix":
        os.execv(sys.executable, [*command, *arguments])
    subprocess.Popen([*command, *arguments])


def started_as(whole: Sequence[str], arguments: int) -> list[str]:
    """Return the command that `whole` is without so many arguments of the program's own: Python, its options, and ours.

    Python finds its environment by its own path, which the first word need not be.
    """
    return [sys.executable, *whole[1 : len(whole) - arguments]]
