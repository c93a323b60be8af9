"""What every process beside the window is like: it speaks in lines of JSON, keeps to itself, and tells its faults."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any

from grounding.base.home import PRIVATE_UMASK
from grounding.base.log import describe_bug

if TYPE_CHECKING:
    from types import TracebackType

    from grounding.base.failure import Failure

_TOLD_EVERY_S = 0.1

Tell = Callable[[Mapping[str, Any]], None]


def own_output() -> Tell:
    """Keep standard output for messages alone: whatever a library prints goes nowhere."""
    channel = os.fdopen(os.dup(1), "wb", buffering=0)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path
        os.dup2(nowhere.fileno(), 1)
    lock = threading.Lock()

    def tell(message: Mapping[str, Any]) -> None:
        try:
            with lock:
                channel.write(json.dumps(message).encode() + b"\n")
        except BrokenPipeError:
            pass  # the window is gone; its closed pipe ends this process in a moment

    return tell


def begin_errand() -> tuple[Tell, dict[str, Any], Callable[[float], bool]]:
    """Be such a process; return how to tell, what the first line of the input asks for, and what to call on the way.

    That tells how far it is, 0 to 1, and returns whether to go on: any further word, or the pipe's end, means to stop.
    """
    tell = own_output()
    be_private()
    tell_bugs(tell)
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    cancelled = threading.Event()
    threading.Thread(target=_wait_for_a_word, args=(cancelled,), daemon=True).start()
    told_s = monotonic()

    def going_on(part: float) -> bool:
        nonlocal told_s
        if monotonic() - told_s >= _TOLD_EVERY_S:
            told_s = monotonic()
            tell({"is": "part", "part": part})
        return not cancelled.is_set()

    return tell, asked, going_on


def _wait_for_a_word(cancelled: threading.Event) -> None:
    sys.stdin.buffer.readline()
    cancelled.set()


def told_failure(failure: Failure) -> dict[str, Any]:
    """Return a failure as it is told to the window."""
    facts = {name: str(value) for name, value in failure.facts.items()}
    return {"is": "failed", "code": failure.code, "facts": facts}


def be_private() -> None:
    """Write for the owner alone, end with the window and not by Ctrl-C, leave no picture of the memory behind."""
    os.umask(PRIVATE_UMASK)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the window, which then closes the pipe
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only where there is one

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tell_bugs(tell: Tell) -> None:
    """Tell an unexpected error by its type and place, and end: a new process is better than half of one."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        tell({"is": "bug", "told": describe_bug(kind, error, trace)})
        os._exit(1)

    sys.excepthook = told
    threading.excepthook = lambda args: told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
