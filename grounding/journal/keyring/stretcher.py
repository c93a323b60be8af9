"""The process that stretches one passphrase: reads it from its pipe, answers with the key, and ends."""

from __future__ import annotations

import json
import os
import signal
import sys

from nacl.exceptions import RuntimeError as NaclRefuses
from nacl.pwhash import argon2id

from grounding.base.home import PRIVATE_UMASK
from grounding.journal.keyring.stretching import REFUSED

KEY_BYTES = 32


def main() -> None:
    """Stretch what comes over the pipe."""
    _be_private()
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        key = argon2id.kdf(
            KEY_BYTES,
            sys.stdin.buffer.read(),
            bytes.fromhex(asked["salt"]),
            opslimit=asked["ops"],
            memlimit=asked["mem_kib"] * 1024,
        )
    except (NaclRefuses, MemoryError):
        os._exit(REFUSED)
    sys.stdout.buffer.write(key)


def _be_private() -> None:
    """Leave no picture of the memory behind; Ctrl-C is for the one who asked, whose pipe then closes."""
    os.umask(PRIVATE_UMASK)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - only where there is one

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
