"""A passphrase stretched into a key by Argon2id, in a process of its own: its memory leaves with it.

The passphrase goes over the pipe, for the arguments and the environment of a process can be read by others.
"""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

from grounding.journal.keyring.envelope import Cost

TODAY = Cost(ops=3, mem_kib=256 * 1024)
"""About half a second; the second choice of RFC 9106 takes a quarter of that memory."""
FLOOR = Cost(ops=2, mem_kib=64 * 1024)
"""Where a computer has no more memory to give."""
REFUSED = 3
"""The exit status where the memory is refused."""
_ROOT = Path(__file__).parents[2]
_RUN = "import sys; sys.path.append(sys.argv[1]); from grounding.journal.keyring.stretcher import main; main()"


def stretched(passphrase: str, *, salt: bytes, cost: Cost) -> bytes | None:
    """Return the key made of a passphrase, None where the memory for it is refused."""
    try:
        process = subprocess.Popen(
            # -P: nothing is imported from the folder it happens to run in; -B: it writes no file
            [sys.executable, "-P", "-B", "-c", _RUN, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    asked = {"salt": salt.hex(), "ops": cost.ops, "mem_kib": cost.mem_kib}
    with process:
        key, _ = process.communicate(json.dumps(asked).encode() + b"\n" + _typed(passphrase))
    if process.returncode == 0:
        return key
    if process.returncode == REFUSED or process.returncode < 0:  # a system short of memory may end it
        return None
    raise RuntimeError(f"the stretching ended with {process.returncode}")


def _typed(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, the same whichever keyboard composed its letters."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
