"""The envelope as bytes."""

from __future__ import annotations

from grounding.journal.keys import Envelope
from grounding.journal.keys import _from_bytes as from_bytes
from grounding.journal.keys import _to_bytes as to_bytes

__all__ = ["Envelope", "from_bytes", "to_bytes"]
