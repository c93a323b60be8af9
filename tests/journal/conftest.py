"""A journal in the home of the test."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.journal.journal import Journal

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests


@pytest.fixture
def folder(home):
    return home / "journal"


@pytest.fixture
def journal(folder):
    journal = Journal(folder)
    yield journal
    journal.close()


@pytest.fixture
def told():
    """Return a function that gives the code of the failure that a call meets."""

    def code(call, *values):
        with pytest.raises(Failure) as raised:
            call(*values)
        assert Wording().sentence(raised.value)
        return raised.value.code

    return code


def _mounted(script, folder):
    """Run Python with `disk` a 1 MiB disk of its own, in namespaces of its own."""
    setting = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from pathlib import Path; disk = Path({str(folder)!r})\n"
    shell = 'mount -t tmpfs -o size=1m none "$0" && exec "$1" -W error -c "$2"'
    return subprocess.run(
        ["unshare", "-rm", "sh", "-c", shell, str(folder), sys.executable, setting + textwrap.dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def on_a_mount(tmp_path):
    """Return a function that runs a script on a disk of 1 MiB; skipped where nobody may mount one."""
    folder = tmp_path / "disk é 日"
    folder.mkdir()
    if not shutil.which("unshare") or _mounted("", folder).returncode:
        pytest.skip("wants a Linux that lets a user mount a small disk of their own (unshare -rm)")

    def run(script):
        done = _mounted(script, folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
