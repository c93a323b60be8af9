"""The parent's end of a process: starts it, writes to it, and hands on what it says."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Message = Mapping[str, Any]
_ROOT = Path(__file__).parents[2]
_RUN = "import sys; sys.path.append(sys.argv[1]); from {module} import main; main()"


class Child:
    """One process, which runs the `main` of a module; `said` is called from a thread of its own with each message, and
    None at its end.

    Raises:
        OSError: where it cannot be started.
    """

    def __init__(
        self, said: Callable[[Message | None], None], *, module: str, environment: Mapping[str, str] | None = None
    ) -> None:
        self._process = subprocess.Popen(
            # -P: nothing is imported from the folder it happens to run in; -B: it writes no file
            [sys.executable, "-P", "-B", "-c", _RUN.format(module=module), str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ if environment is None else environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.pid = self._process.pid
        threading.Thread(target=self._read, args=(said,), name="child-reader", daemon=True).start()

    def say(self, message: Message) -> None:
        """Write one message; to a process that has ended it says nothing, for its end is told by `said`."""
        assert self._process.stdin
        with contextlib.suppress(OSError, ValueError):
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()

    def end(self) -> None:
        """Let it come to an end by itself."""
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def kill(self) -> None:
        """End a process that no longer answers."""
        self._process.kill()
        self.end()

    def _read(self, said: Callable[[Message | None], None]) -> None:
        assert self._process.stdout
        with self._process.stdout as lines:
            for line in lines:
                said(json.loads(line))
        self._process.wait()
        self.end()  # who has begun it may not know it yet
        said(None)
