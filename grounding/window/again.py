"""How the window comes back when the program has begun anew, as it does to forget what was read."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QWindow

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

PAGES = ("home", "journal", "settings", "safety", "edit", "breaths")
"""The pages that it comes back to; from any other it comes home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What of the window's look outlives the program: no word that anybody has said is in it."""

    page: str = "home"
    kept: bool = False
    """Whether it says that something was kept just now."""
    file: str = ""
    """The practice from somebody that was looked into, or waited for that."""
    x: int = -1
    y: int = -1
    """Where its corner was, where that is known; the size is among the settings."""
    minimized: bool = False
    full_screen: bool = False
    deleted: str = ""
    """The folders in which deleted practices wait, the last of them last; the names of those tell nothing."""
    front: bool = True
    """Whether it had the keyboard: a window nobody looks at must not come before another."""

    def seen_as(self, window: QQuickWindow) -> Again:
        """Return this with the place and the state of the window."""
        visibility = window.visibility()
        windowed = visibility is QWindow.Visibility.Windowed
        return replace(
            self,
            x=window.x() if windowed else -1,
            y=window.y() if windowed else -1,
            minimized=visibility is QWindow.Visibility.Minimized,
            full_screen=visibility is QWindow.Visibility.FullScreen,
            front=window.isActive(),
        )

    def to_text(self) -> str:
        """Return it as one argument of a command."""
        return json.dumps(asdict(self))


def again_from_text(text: str | None) -> Again | None:
    """Return what such an argument says, None where it says nothing of the kind."""
    plain: Any = None
    with contextlib.suppress(ValueError, TypeError, RecursionError):
        plain = json.loads(text or "")
    if not isinstance(plain, dict):
        return None
    known = {each.name: plain[each.name] for each in fields(Again) if each.name in plain}
    right = {name: value for name, value in known.items() if type(value) is type(getattr(Again(), name))}
    again = Again(**right)
    return again if again.page in PAGES else replace(again, page="home")
