"""A disk of a few KiB, so that a full or read-only one is a real one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def mounted(script, folder, options):
    """Run Python with `disk` a small disk of its own, in namespaces of its own; return what it printed."""
    setting = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path; disk = Path({str(folder)!r})\n"
    shell = f'mount -t tmpfs -o size=64k,{options} none "$0" && exec "$1" -W error -c "$2"'
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", shell, str(folder), sys.executable, setting + textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def small_disk(tmp_path):
    """Return a function that runs a script on a 64 KiB disk; skipped where none can be mounted without rights."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not shutil.which("unshare") or mounted("", folder, "rw").returncode:
        pytest.skip("wants a Linux that lets a user mount a small disk of their own (unshare -rm)")

    def run(script, options="rw"):
        done = mounted(script, folder, options)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run
