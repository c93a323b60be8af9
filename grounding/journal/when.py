"""When something was said: an instant, and the day and place on earth it belonged to, which never move again."""

from __future__ import annotations

import contextlib
import os
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

_EPOCH = datetime(1970, 1, 1)  # without a zone: local days are counted from it too
_MS = timedelta(milliseconds=1)
_MINUTE = timedelta(minutes=1)
_ZONE = re.compile(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)+")

WhenRow = tuple[int, int, str, str]
"""Milliseconds since 1970 in UTC, minutes east of UTC, IANA zone or "", local day."""


def when_to_row(at: datetime) -> WhenRow:
    """Return an aware moment in the form that is kept: to the millisecond, its offset to the minute."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone")
    ts_utc_ms = (at.replace(tzinfo=None) - offset - _EPOCH) // _MS
    utc_offset_min = int(offset / _MINUTE)
    return ts_utc_ms, utc_offset_min, _zone_of(at), _local(ts_utc_ms, utc_offset_min).date().isoformat()


def when_from_row(ts_utc_ms: int, utc_offset_min: int, zone: str) -> datetime:
    """Return the moment, at the offset that held then, whatever the zone's rules have become since."""
    offset = timedelta(minutes=utc_offset_min)
    return _local(ts_utc_ms, utc_offset_min).replace(tzinfo=timezone(offset, zone) if zone else timezone(offset))


def in_local_time(at: datetime | None = None) -> datetime:
    """Return `at` (naive: local; None: now) at the offset that holds here, under the name of the zone here.

    Raises:
        OverflowError, ValueError, OSError: where the computer cannot tell the offset of such a moment.
    """
    local = (at or datetime.now()).astimezone()
    offset = local.utcoffset() or timedelta()
    return local.replace(tzinfo=timezone(offset, _zone_here() or "local"))


def is_zone(name: str) -> bool:
    """Return whether a zone may be kept under this name; "" where its name is not known."""
    return not name or _ZONE.fullmatch(name) is not None


def _local(ts_utc_ms: int, utc_offset_min: int) -> datetime:
    return _EPOCH + (ts_utc_ms * _MS + utc_offset_min * _MINUTE)


def _zone_of(at: datetime) -> str:
    """Return the IANA name that a ZoneInfo, or a fixed offset named after one, carries."""
    name = getattr(at.tzinfo, "key", None) or at.tzname() or ""
    return name if is_zone(name) else ""


def _zone_here() -> str:
    """Return the IANA name of the zone of this computer, or "" where it does not say."""
    name = os.environ.get("TZ", "").removeprefix(":")
    if not name:
        with contextlib.suppress(OSError):
            name = Path("/etc/localtime").readlink().as_posix().partition("zoneinfo/")[2]
    return name if is_zone(name) else ""
