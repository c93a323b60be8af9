"""What a `.practice` file can be at most: whoever reads one knows nothing yet of who wrote it."""

from __future__ import annotations

import re

from grounding.practice.source import FILE_KIB

ENDING = ".practice"
KIB, MIB = 1024, 1024 * 1024
FILE_MIB = 64
PARTS = 200
UNPACKED_MIB = 256
"""All parts together, counted while they are unpacked."""
TIMES = 100
"""So many times its packed size a part may grow to."""
MANIFEST, PRACTICE, CLIPS = "manifest.json", "practice.toml", "clips/"
MANIFEST_KIB = 128
CLIP_MIB = 32
"""Five minutes of the longest clip there is, uncompressed."""
RATE_HZ, BITS = 48_000, 16
CLIP_S = 301.0
"""Five minutes, and what a recording may be longer."""
GIVER_CHARACTERS = 80
CLIPS_S = 1800.0
"""Half an hour of voices: more than fits into so large a file, unless most of it is silence."""
_NAME = r"[a-z0-9][a-z0-9._-]{0,63}"
NAME = re.compile(rf"{_NAME}(/{_NAME})?")
NAME_BYTES = 64 + 1 + 64


def most_bytes(name: str) -> int:
    """Return how large the part of this name can be, unpacked."""
    if name.startswith(CLIPS):
        return CLIP_MIB * MIB
    return (MANIFEST_KIB if name == MANIFEST else FILE_KIB) * KIB
