"""A full disk, a home that cannot be written, and one with an unusual name: a sentence, nothing lost, it goes on."""

from __future__ import annotations

import contextlib
import os
import subprocess

import numpy
import pytest
from orb import eye_on, watched
from screen import until
from started import Person, Program, reading
from wanting import READER, wants

from grounding.journal.place import DRAFT

pytestmark = wants(*READER)
SAID = "as it is tonight"
DISK_FULL = "There is no room left"
MOVES_PX = 5
SECONDS_OF_BREATH = 2.5


def mounted(*command):
    """Whether this could be done to a mount."""
    return subprocess.run(["mount", *command], capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path):
    """Return an empty disk of 1 MB; skipped where nobody may mount one."""
    disk = tmp_path / "small disk"
    disk.mkdir()
    if not mounted("-t", "tmpfs", "-o", "size=1m,mode=700", "none", str(disk)):
        pytest.skip("NOT SHOWN HERE: wants to mount a disk of 1 MB (root)")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk):
    """Leave no room; return the file that takes it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(1024)):
            pass
    return ballast


def orb_moves(screen):
    """Whether the orb on the screen breathes."""
    _, radii = watched(eye_on(screen), SECONDS_OF_BREATH)
    return numpy.ptp(radii) > MOVES_PX


def to_check_in(reader):
    """Begin the main practice and say, in a note, what is there; return once it is typed."""
    reader.press("radio button", "A slower few minutes")
    reader.press("push button", "Begin")
    while not reader.there("push button", "Say it here"):
        reader.press("push button", "Next")
    reader.press("push button", "Not now")
    reader.press("check box", "Chest")
    reader.press("check box", "Chest: tight")
    reader.press("push button", "Say more")
    reader.focus("text", "Note for Chest")


def to_close(reader):
    """Go on to where it can be kept."""
    reader.press("push button", "Stay with it")
    while not reader.there("push button", "Keep"):
        reader.press("push button", "Go on" if reader.there("push button", "Go on") else "Next")


def read_in_journal(reader, part):
    """Open the entry with this in its name; return the note that is shown."""
    reader.press("page tab", "Journal")
    reader.press("push button", reader.wait("push button", part, contains=True))
    return reader.wait("label", SAID, contains=True).split(": ", 1)[1]


def notes(person):
    """Return every note in the journal."""
    return [each["note"] for entry in person.journal() for each in entry["sensations"]]


def test_on_a_full_disk_it_says_so_loses_nothing_and_goes_on(screen, person, reader, start, small_disk):
    person.home = small_disk / "home"
    start(reader=reader)
    reader.press("push button", "Go on")
    ballast = fill(small_disk)
    to_check_in(reader)
    screen.type(SAID)
    reader.wait("alert", DISK_FULL, contains=True)
    to_close(reader)
    reader.press("push button", "Keep")
    reader.wait("alert", DISK_FULL, contains=True)
    reader.wait("label", "What you said is still here.")
    assert notes(person) == []

    reader.press("push button", "Breathe now")
    reader.wait("push button", "Stop")
    assert orb_moves(screen)
    reader.press("push button", "Stop")

    ballast.unlink()
    reader.press("push button", "Keep")
    reader.gone("label", "What you said is still here.")
    until(lambda: notes(person) == [SAID])


def test_what_a_full_disk_did_not_take_is_offered_again_once_it_did(screen, person, reader, start, small_disk):
    person.home = small_disk / "home"
    program = start(reader=reader)
    reader.press("push button", "Go on")
    ballast = fill(small_disk)
    to_check_in(reader)
    screen.type(SAID)
    reader.wait("alert", DISK_FULL, contains=True)
    ballast.unlink()
    until((person.home / "journal" / DRAFT).exists)
    program.kill()
    start(reader=reader)
    reader.wait("label", "Something unfinished is here")
    reader.press("push button", "Open")
    reader.wait("text", "Note for Chest")
    assert reader.text("Note for Chest") == SAID


def let_write(home):
    """Let a home be written to again."""
    if os.geteuid():
        home.chmod(0o700)
        (home / "journal").chmod(0o700)
    else:
        subprocess.run(["umount", "-l", str(home)], capture_output=True, check=False)


@pytest.fixture
def read_only(person):
    """Make a home in which something is kept already, and then let nothing be written to it."""
    done = person.says("journal", "add", "--region", "chest", "--word", "tight", "--note", SAID)
    assert done.returncode == 0
    home = str(person.home)
    if os.geteuid():
        (person.home / "journal").chmod(0o500)
        person.home.chmod(0o500)
    elif not (mounted("--bind", home, home) and mounted("-o", "remount,ro,bind", home)):
        pytest.skip("NOT SHOWN HERE: as root it wants to mount a folder read-only")
    yield person.home
    let_write(person.home)


def test_with_a_read_only_home_it_says_so_and_the_orb_moves(screen, reader, start, read_only):
    start(reader=reader)
    sentence = reader.wait("alert", f"Nothing can be kept in {read_only}", contains=True)
    assert "--home" in sentence
    reader.press("push button", "Breathe now")
    reader.wait("push button", "Stop")
    assert orb_moves(screen)
    reader.press("push button", "Stop")
    assert read_in_journal(reader, "Chest tight") == SAID


def test_what_is_said_with_a_read_only_home_stays_until_the_window_is_closed(screen, person, reader, start, read_only):
    start(reader=reader)
    reader.press("push button", "Go on")
    to_check_in(reader)
    screen.type("of now")
    to_close(reader)
    reader.press("push button", "Keep")
    reader.wait("label", "What you said is still here.")
    before = notes(person)
    assert before == [SAID]
    let_write(read_only)
    reader.press("push button", "Keep")
    reader.gone("label", "What you said is still here.")
    until(lambda: sorted(notes(person)) == sorted([SAID, "of now"]))


@pytest.mark.usefixtures("read_only")
def test_the_command_line_says_in_one_line_that_a_read_only_home_takes_nothing(person):
    done = person.says("journal", "add", "--region", "hands")
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert notes(person) == [SAID]


def test_a_home_on_a_path_with_spaces_and_letters_of_all_lands_keeps_all(screen, tmp_path):
    person = Person(tmp_path / "Дом 家 é  ü 'x' %20", screen)
    assert person.says("journal", "add", "--region", "hands", "--note", SAID).returncode == 0
    with reading(person) as reader:
        program = Program(person)
        reader.pid = program.pid
        try:
            reader.press("push button", "Go on")
            to_check_in(reader)
            screen.type("of now")
            to_close(reader)
            reader.press("push button", "Keep")
            reader.wait("push button", "Begin")
            assert read_in_journal(reader, "Hands.") == SAID
            assert program.end() == 0
        finally:
            program.close()
    assert sorted(notes(person)) == sorted([SAID, "of now"])
