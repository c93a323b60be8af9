"""Nothing goes out, nothing is written elsewhere, and no word of a person lies about in the clear."""

from __future__ import annotations

import os
import re
import stat
import subprocess

import pytest
from in_the_clear import lay_in_the_clear, left_in_a_change
from screen import QUIET, until
from started import ROOT, Person, Program, reading
from traced import families, under_trace, written
from wanting import READER, wants

pytestmark = wants(*READER)
SENTINEL = "quince"
FIELDS = ("crisis", "underneath", "own", "note", "line")


def word(field):
    """Return what is typed into one field."""
    return f"{SENTINEL}{field}"


def forms():
    """Return the forms in which the words could lie about."""
    return [form for text in (SENTINEL, SENTINEL.upper()) for form in (text.encode(), text.encode("utf-16-le"))]


def found_in(folder):
    """Return every file under the folder in which a word can be read."""
    files = [path for path in folder.rglob("*") if path.is_file() and "screen" not in path.parts]
    assert files
    return [path for path in files if any(form in path.read_bytes() for form in forms())]


def open_to_others(home):
    """Return what in the home is not its owner's alone."""
    kept = [home, *home.rglob("*")]
    wanted = {path: 0o700 if path.is_dir() else 0o600 for path in kept}
    return [path for path in kept if stat.S_IMODE(path.stat().st_mode) != wanted[path]]


def say_everything(reader, screen):
    """Breathe, then go through the main practice with words in every field there is; keep them and read them."""
    titles = []

    def typed(field, name):
        reader.focus("text", name)
        screen.type(word(field))
        until(lambda: reader.text(name) == word(field))
        titles.append(screen.titles())

    reader.press("push button", "Go on")
    reader.press("page tab", "Settings")
    typed("crisis", "Crisis text")
    reader.press("page tab", "Practice")
    reader.press("push button", "Breathe now")
    reader.press("check box", "Sound")
    reader.wait("push button", "Stop")
    reader.press("push button", "Stop")
    reader.press("radio button", "A slower few minutes")
    reader.press("push button", "Begin")
    while not reader.there("push button", "Say it here"):
        reader.press("push button", "Next")
    reader.press("push button", "Say it here")
    typed("underneath", "What is underneath")
    reader.press("push button", "Go on")
    reader.press("check box", "Chest")
    typed("own", "Own word for Chest")
    reader.press("push button", "Say more")
    typed("note", "Note for Chest")
    reader.press("push button", "Stay with it")
    while not reader.there("text", "A line to keep"):
        reader.press("push button", "Go on" if reader.there("push button", "Go on") else "Next")
    typed("line", "A line to keep")
    return titles


def keep_and_read(reader, screen):
    """Keep what was said, and read it in the journal and in the room."""
    reader.press("push button", "Keep")
    reader.press("page tab", "Journal")
    reader.press("push button", reader.wait("push button", word("line"), contains=True))
    reader.wait("label", word("note"), contains=True)
    titles = [screen.titles()]
    reader.press("push button", "Back to the room")
    reader.wait("label", word("crisis"), contains=True)
    return [*titles, screen.titles()]


@pytest.fixture
def loudspeaker(tmp_path):
    """Return what a program wants to know of a sound server of its own."""
    place = tmp_path / "loudspeaker"
    place.mkdir(mode=0o700)
    told = {"PULSE_RUNTIME_PATH": str(place), "PULSE_STATE_PATH": str(place), "HOME": str(place)}
    options = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    modules = ["-L", f"module-native-protocol-unix socket={place}/native auth-anonymous=1", "-L", "module-null-sink"]
    run = told | {"PATH": os.environ["PATH"]}
    with subprocess.Popen(["pulseaudio", *options, *modules], env=run, **QUIET) as server:
        until((place / "native").exists)
        yield {"PULSE_SERVER": f"unix:{place}/native"}
        server.terminate()


def is_allowed(person, path):
    """Whether this may be written: the home, one socket and where it is made, devices, what Python itself compiles."""
    run = re.escape(f"{person.folder}/run/")
    if path == str(person.home) or path.startswith((f"{person.home}/", "/dev/", "/proc/self/")):
        return True
    if re.fullmatch(rf"{run}(grounding-\w+|\.\w{{6}}(/s)?)", path):
        return True
    return "__pycache__" in path and path.startswith(str(ROOT))


def whole_session(person, reader, start, told, **environment):
    """Go through a whole session under `strace`; return what it has seen."""
    program = start(before=under_trace(told), reader=reader, **environment)
    say_everything(reader, person.screen)
    keep_and_read(reader, person.screen)
    assert program.end() == 0
    until(lambda: "+++ exited" in told.read_text(errors="replace").splitlines()[-1])
    return told.read_text(errors="replace")


def assert_walls_hold(person, trace):
    """Say what went out or was written elsewhere."""
    assert families(trace) <= {"AF_UNIX", "AF_NETLINK"}
    assert "AF_UNIX" in families(trace), "strace has seen nothing"
    wrote = written(trace)
    assert any(path.startswith(f"{person.home}/journal/") for path in wrote), "strace has seen nothing written"
    assert sorted(path for path in wrote if not is_allowed(person, path)) == []
    assert [path.name for path in (person.folder / "run").iterdir() if path.name.startswith((".", "ground"))] == []
    assert list((person.folder / "person").iterdir()) == list((person.folder / "tmp").iterdir()) == []


@wants("strace")
def test_a_whole_session_opens_no_inet_socket_and_writes_only_under_its_home(screen, person, reader, start, tmp_path):
    assert person.screen is screen
    assert_walls_hold(person, whole_session(person, reader, start, tmp_path / "trace.txt"))


@wants("strace", "pulseaudio")
def test_a_session_that_is_heard_keeps_to_its_walls_too(screen, person, reader, start, tmp_path, loudspeaker):
    assert person.screen is screen
    trace = whole_session(person, reader, start, tmp_path / "trace.txt", **loudspeaker)
    assert "loudspeaker/native" in trace, "nothing was heard"
    assert_walls_hold(person, trace)


def test_no_word_is_in_the_clear_anywhere_nor_is_the_home_open_to_others(screen, person, reader, start):
    program = start(reader=reader)
    titles = say_everything(reader, screen)
    assert found_in(person.folder) == []
    titles += keep_and_read(reader, screen)
    assert found_in(person.folder) == []
    assert open_to_others(person.home) == []
    assert program.end() == 0
    assert found_in(person.folder) == []
    assert "Grounding" in titles[0]
    assert not [title for title in titles if SENTINEL in title]
    (person.home / "plain").write_text(word("note"), encoding="utf-16")
    assert found_in(person.folder) == [person.home / "plain"]


def test_no_word_is_in_the_clear_after_a_kill(screen, person, reader, start):
    program = start(reader=reader)
    say_everything(reader, screen)
    until(lambda: any((person.home / "journal").iterdir()))
    program.kill()
    assert found_in(person.folder) == []
    assert open_to_others(person.home) == []


def test_what_is_searched_for_and_exported_lies_in_the_chosen_file_alone_though_killed(screen, person, reader, start):
    program = start(reader=reader)
    say_everything(reader, screen)
    keep_and_read(reader, screen)
    reader.press("push button", "End")
    reader.press("page tab", "Journal")
    reader.focus("text", "Search")
    screen.type(word("note"))
    until(lambda: reader.text("Search") == word("note"))
    reader.wait("push button", word("line"), contains=True)
    chosen = person.folder / "chosen"
    chosen.mkdir()
    assert person.says("journal", "export", chosen / "journal.json").returncode == 0
    titles = screen.titles()
    program.kill()
    assert found_in(person.folder) == [chosen / "journal.json"]
    assert "Grounding" in titles
    assert SENTINEL not in titles


PLANTED = """
import sys
from grounding.body.check_in import CheckIn

def telling(self, region, **said):
    raise ValueError(f"could not take {said}")

CheckIn.telling = telling
from grounding.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_an_error_in_the_program_tells_where_it_was_but_not_what_was_typed(screen, person):
    with reading(person) as reader:
        program = Program(person, code=PLANTED)
        reader.pid = program.pid
        try:
            reader.press("push button", "Go on")
            reader.press("push button", "Begin")
            while not reader.there("push button", "Say it here"):
                reader.press("push button", "Next")
            reader.press("push button", "Not now")
            reader.press("check box", "Chest")
            reader.focus("text", "Own word for Chest")
            screen.type(word("own"))
            until(lambda: "ValueError" in person.home.joinpath("log.txt").read_text())
            assert "ValueError" in program.said()
            assert "telling" in program.said()
            assert found_in(person.folder) == []
            assert program.end() == 0
        finally:
            program.close()


def test_in_a_journal_without_encryption_the_words_would_be_found(tmp_path):
    person = Person(tmp_path)
    assert person.says("journal", "add", "--region", "chest", "--note", word("note")).returncode == 0
    assert found_in(tmp_path) == []
    assert word("note") in str(person.journal())
    plain = person.home / "journal" / "plain.db"
    lay_in_the_clear(plain.parent, plain)
    assert found_in(tmp_path) == [plain]
    with left_in_a_change(plain) as beside:
        assert sorted(found_in(tmp_path)) == [plain, beside]
