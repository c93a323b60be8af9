"""Whether a window can be shown on this Linux at all: Qt itself would end the program without a sentence."""

from __future__ import annotations

import ctypes
import os

from grounding.base.failure import Failure

XCB_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxcb-shape.so.0",
    "libxcb-xkb.so.1",
    "libxkbcommon-x11.so.0",
    "libX11-xcb.so.1",
)
DEBIAN_LINE = (
    "apt install libegl1 libgl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2 "
    "libbrotli1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libx11-xcb1"
)
"""What brings them, and the rest of what Qt wants, on Debian and Ubuntu."""


def screen_missing() -> Failure | None:
    """Return why no window can be shown, or None where one can, as far as can be told."""
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return Failure("no-screen")
    for library in XCB_LIBRARIES:
        try:
            ctypes.CDLL(library)
        except OSError:
            return Failure("library-missing", library=library, line=DEBIAN_LINE)
    return None
