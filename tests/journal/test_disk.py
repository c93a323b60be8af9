"""A full disk and one that cannot be written: a sentence, nothing lost, and it goes on when it can."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from said import said

from grounding.journal.journal import Journal

FILL = """
from grounding.base.failure import Failure
from grounding.body.report import Report
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal

folder = disk / "journal"
journal = Journal(folder)

def code(call, *values):
    try:
        call(*values)
    except Failure as failure:
        return failure.code

def fill():
    added = []
    while True:
        entry = new_entry("stay", Report(line="what was said " * 100))
        told = code(journal.add, entry)
        if told:
            return added, entry, told
        added.append(entry)
"""


def test_on_a_full_disk_nothing_is_lost_and_it_goes_on_once_there_is_room(on_a_mount):
    printed = on_a_mount(
        FILL
        + """
journal.draft.keep(b"begun")
ballast = disk / "ballast"
ballast.write_bytes(bytes(500_000))
added, unkept, told = fill()
print(told, len(added) > 20, set(journal.list()) == set(added))
with (disk / "crumbs").open("wb", buffering=0) as crumbs:
    try:
        while True:
            crumbs.write(bytes(512))
    except OSError:
        pass
print(code(journal.draft.keep, bytes(50_000)), journal.draft.read())
print(code(journal.add, unkept), code(journal.check))
ballast.unlink()
journal.add(unkept)
journal.draft.keep(b"goes on")
print(set(journal.list()) == {*added, unkept}, journal.draft.read(), code(journal.check))
print(*sorted(path.name for path in folder.iterdir()))
"""
    )
    assert printed.splitlines() == [
        "disk-full True True",
        "disk-full b'begun'",
        "disk-full None",
        "True b'goes on' None",
        "draft.sealed journal.db keys.json keys.json.bak",
    ]


def test_on_a_disk_that_is_full_from_the_start_nothing_half_made_is_left(on_a_mount):
    printed = on_a_mount(
        FILL
        + """
ballast = disk / "ballast"
try:
    with ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
except OSError:
    pass
entry = new_entry()
print(code(journal.add, entry), code(journal.draft.keep, b"words"), journal.list(), journal.draft.read())
print([path.name for path in folder.iterdir() if "keys.json" not in path.name])
ballast.unlink()
journal.add(entry)
print(journal.list() == (entry,))
"""
    )
    assert printed.splitlines() == ["disk-full disk-full () None", "[]", "True"]


@pytest.mark.skipif(os.name != "posix", reason="wants a limit on the size of a file, as POSIX has")
def test_where_a_file_may_grow_no_more_nothing_is_lost(tmp_path):
    script = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
added, unkept, told = fill()
print(told, len(added) > 20, set(journal.list()) == set(added), code(journal.check))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.add(unkept)
print(set(journal.list()) == {*added, unkept}, code(journal.check))
"""
    setting = f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
    setting += f"from pathlib import Path; disk = Path({str(tmp_path)!r})\n"
    done = subprocess.run([sys.executable, "-c", setting + FILL + script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("disk-full True True None\nTrue None\n", "")


def test_a_disk_that_cannot_be_written_can_still_be_read(on_a_mount):
    printed = on_a_mount(
        FILL
        + textwrap.dedent("""
        import subprocess
        entry = new_entry()
        journal.add(entry)
        journal.draft.keep(b"begun")
        journal.close()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        print(journal.list() == (entry,), journal.draft.read(), journal.changed(), code(journal.check))
        print(code(journal.add, new_entry()), code(journal.delete, entry.id), code(journal.draft.keep, b"x"))
        print(code(journal.draft.discard), code(Journal(disk / "other").add, entry))
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        journal.add(new_entry())
        print(len(journal.list()), journal.draft.read())
        """)
    )
    assert printed.splitlines() == [
        "True b'begun' True None",
        "journal-unwritable journal-unwritable not-written",
        "not-written not-written",
        "2 b'begun'",
    ]


PULLED_OUT = (
    FILL
    + """
import subprocess
stick, home = disk / "stick", disk / "home"
stick.mkdir()
home.mkdir()

def put_in():
    subprocess.run(["mount", "--bind", stick, home], check=True)

def pull_out():
    subprocess.run(["umount", "-l", home], check=True)

put_in()
journal = Journal(home / "journal")
first, second = new_entry(), new_entry()
journal.add(first)
journal.draft.keep(b"begun")
"""
)


def test_a_disk_that_is_pulled_out_is_told_and_all_goes_on_once_it_is_back(on_a_mount):
    printed = on_a_mount(
        PULLED_OUT
        + """
pull_out()
print(code(journal.list), code(journal.add, second), code(journal.draft.keep, b"more"), code(journal.check))
journal.close()
print(code(journal.list), code(journal.add, second), [*home.iterdir()])
put_in()
journal.add(second)
journal.draft.keep(b"more")
print(set(journal.list()) == {first, second}, journal.draft.read(), code(journal.check))
"""
    )
    assert printed.splitlines() == [
        "journal-vanished journal-vanished journal-vanished journal-vanished",
        "journal-vanished journal-vanished []",
        "True b'more' None",
    ]


def test_a_disk_that_is_pulled_out_while_the_journal_is_locked_is_told_too(on_a_mount):
    printed = on_a_mount(
        PULLED_OUT
        + """
from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Cost
prepared = locking.prepare_passphrase("a grey heron")
journal.close()
keys = locking.set_passphrase(journal._folder, prepared, typed=prepared.code, cost=Cost(ops=1, mem_kib=8))
locked = Journal(home / "journal")
print(locked.locked)
pull_out()
print(code(locked.add, second), code(locked.draft.keep, b"more"), [*home.iterdir()])
put_in()
locked.add(second)
locked.unlock(keys)
print(set(locked.list()) == {first, second})
"""
    )
    assert printed.splitlines() == ["True", "journal-vanished journal-vanished []", "True"]


def test_a_folder_that_may_not_be_written_can_still_be_read(bound, told):
    folder, entry = bound / "journal", said()
    journal = Journal(folder)
    journal.add(entry)
    journal.close()
    folder.chmod(0o500)
    (folder / "journal.db").chmod(0o400)
    try:
        other = Journal(folder)
        assert other.list() == (entry,)
        assert told(other.draft.keep, b"x") == "not-written"
        assert told(other.add, said()) == "journal-unwritable"
        other.close()
    finally:
        folder.chmod(0o700)
