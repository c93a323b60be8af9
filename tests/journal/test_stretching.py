"""A passphrase is stretched by Argon2id in a process that takes its memory with it, and sees the passphrase alone."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from nacl.pwhash import argon2id

from grounding.journal.keyring.envelope import Cost
from grounding.journal.keyring.stretching import FLOOR, TODAY, stretched

ROOT = Path(__file__).parents[2]
SALT = bytes(range(16))
CHEAP = Cost(ops=1, mem_kib=8192)
SENTINEL = "sentinel passphrase ждёт"


def test_it_is_argon2id_as_it_was_measured():
    assert (Cost(ops=3, mem_kib=262144), Cost(ops=2, mem_kib=65536)) == (TODAY, FLOOR)
    for cost in (CHEAP, TODAY):
        expected = argon2id.kdf(32, SENTINEL.encode(), SALT, opslimit=cost.ops, memlimit=cost.mem_kib * 1024)
        assert stretched(SENTINEL, salt=SALT, cost=cost) == expected


def test_any_text_can_be_a_passphrase_and_each_letter_counts():
    texts = ["a", "a ", "A", "a\n", "\0", "é", "胸", "\ud800", "x" * 100_000, " " * 3]
    keys = {stretched(text, salt=SALT, cost=CHEAP) for text in texts}
    assert len(keys) == len(texts)
    assert None not in keys
    assert stretched("a", salt=bytes(16), cost=CHEAP) not in keys


def test_a_passphrase_is_the_same_however_a_keyboard_composes_it():
    for one, other in (("é", "e\u0301"), ("Ａ１", "A1"), ("각", "\u1100\u1161\u11a8")):
        assert stretched(one, salt=SALT, cost=CHEAP) == stretched(other, salt=SALT, cost=CHEAP)


@pytest.mark.skipif(sys.platform != "linux", reason="wants Linux's view of processes")
def test_the_passphrase_is_neither_in_the_arguments_nor_in_the_environment_of_the_process():
    result = []
    stretching = threading.Thread(target=lambda: result.append(stretched(SENTINEL, salt=SALT, cost=TODAY)))
    stretching.start()
    seen = set()
    while stretching.is_alive():
        for task in Path("/proc/self/task").iterdir():
            try:
                for child in (task / "children").read_text().split():
                    about = Path("/proc") / child
                    shown = (about / "cmdline").read_bytes() + (about / "environ").read_bytes()
                    if b"stretcher" in shown:
                        seen.add(child)
                        assert SENTINEL.encode() not in shown
            except (FileNotFoundError, ProcessLookupError):
                continue
    assert len(result) == 1
    assert len(seen) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="wants Linux's count of memory")
def test_the_memory_it_takes_is_never_this_processs_own():
    script = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from grounding.journal.keyring.stretching import TODAY, stretched
most_kib = lambda whose: resource.getrusage(whose).ru_maxrss
before = most_kib(resource.RUSAGE_SELF)
assert stretched("x", salt=bytes(16), cost=TODAY)
print(most_kib(resource.RUSAGE_SELF) - before, most_kib(resource.RUSAGE_CHILDREN))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    own_kib, childs_kib = map(int, done.stdout.split())
    assert own_kib < 8 * 1024
    assert childs_kib > TODAY.mem_kib


@pytest.mark.skipif(sys.platform == "win32", reason="wants a limit on memory, as POSIX has")
def test_where_memory_is_refused_it_says_so_and_the_floor_still_goes():
    script = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from grounding.journal.keyring.stretching import FLOOR, TODAY, stretched
resource.setrlimit(resource.RLIMIT_AS, (250 * 1024 * 1024,) * 2)
print(stretched("x", salt=bytes(16), cost=TODAY), len(stretched("x", salt=bytes(16), cost=FLOOR)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("None 32\n", "")


def test_a_process_that_ends_in_another_way_is_a_fault_and_not_a_lack_of_memory():
    with pytest.raises(RuntimeError, match="the stretching ended"):
        stretched("x", salt=bytes(3), cost=CHEAP)
