"""How far a long command is, for somebody at a terminal; and how it ends when it is ended from outside."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def end_in_order() -> None:
    """Clean up when ended from outside, as for Ctrl-C."""
    for each in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, each):
            signal.signal(getattr(signal, each), signal.default_int_handler)


def telling_part() -> Callable[[float], bool]:
    """Return what tells on a terminal how far it is, and nothing anywhere else; it always goes on."""
    told = ""

    def tell(part: float) -> bool:
        nonlocal told
        tells = f"\r{part:5.0%}"
        if tells != told:
            told = tells
            print(tells, end="\n" if part == 1 else "", file=sys.stderr, flush=True)
        return True

    return tell if sys.stderr.isatty() else lambda _part: True
