"""A large file goes to the disk while it is being written, and what the disk says of it is heard."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading

import pytest

from grounding.base.flushing import PIECE_BYTES, Flushing

WRITES = """
import sys
import threading
from grounding.base.flushing import PIECE_BYTES, Flushing
with open(sys.argv[1], "wb", buffering=0) as file, Flushing(file) as flushing:
    for _ in range(24):
        file.write(bytes(PIECE_BYTES // 4))
        flushing.go_on()
"""


def test_it_is_flushed_by_another_thread_while_it_is_being_written(tmp_path):
    trace = tmp_path / "trace"
    watched = ["strace", "-f", "-o", trace, "-e", "trace=write,fsync", "-y", "-P", tmp_path / "large"]
    subprocess.run([*watched, sys.executable, "-c", WRITES, tmp_path / "large"], check=True, timeout=120)
    calls = re.findall(r"^(\d+) +(write|fsync)\(", trace.read_text(), re.MULTILINE)
    places = [place for place, (_, call) in enumerate(calls) if call == "fsync"]
    writers, flushers = ({thread for thread, call in calls if call == wanted} for wanted in ("write", "fsync"))
    assert 2 <= len(places) <= 6
    assert places[0] < 8
    assert len(writers) == len(flushers) == 1
    assert writers != flushers


def test_little_is_not_flushed_on_the_way(tmp_path):
    with (tmp_path / "little").open("w+b") as file, Flushing(file) as flushing:
        file.write(bytes(PIECE_BYTES - 1))
        flushing.go_on()
        assert flushing._under_way is None


class Refused:
    """A file on something that cannot be flushed, as a disk that is gone cannot; it is as long as one says."""

    def __init__(self):
        self.read, self.write = os.pipe()
        self.long = 0

    def tell(self):
        return self.long

    def fileno(self):
        return self.write


@pytest.fixture
def refused():
    file = Refused()
    yield file
    os.close(file.read)
    os.close(file.write)


def grown(file, flushing, pieces):
    for _ in range(pieces):
        file.long += PIECE_BYTES
        flushing.go_on()


def test_what_the_disk_refuses_is_raised_when_it_goes_on(refused):
    flushing = Flushing(refused)
    with pytest.raises(OSError, match="Invalid argument"):  # once there is so much ahead, it waits
        grown(refused, flushing, pieces=6)
    with flushing:
        pass


def test_what_the_disk_refuses_is_raised_at_the_end(refused):
    flushing = Flushing(refused)
    grown(refused, flushing, pieces=1)
    with pytest.raises(OSError, match="Invalid argument"):
        flushing.__exit__(None, None, None)


def test_another_error_is_not_hidden_by_what_the_disk_refuses(refused):
    flushing = Flushing(refused)
    grown(refused, flushing, pieces=1)
    assert not flushing.__exit__(KeyError, KeyError(), None)


def test_it_leaves_no_thread_behind(tmp_path):
    before = set(threading.enumerate())
    with (tmp_path / "large").open("w+b") as file, Flushing(file) as flushing:
        file.write(bytes(PIECE_BYTES))
        flushing.go_on()
        assert set(threading.enumerate()) - before  # the control: there was one
    assert set(threading.enumerate()) <= before
