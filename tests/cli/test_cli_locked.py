"""A locked journal on the command line: it asks, or takes a file, and what is said needs neither."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Cost
from grounding.journal.keyring.recovery import new_code

OURS = "the grey herön"
ALONE = {"start_new_session": True, "stdin": subprocess.DEVNULL}
"""Without a terminal, wherever the tests are run."""


@pytest.fixture
def locked(answer, home):
    """The id of an entry in a locked journal; its recovery code; and the keys."""
    key = answer("journal", "add", "--region", "chest", "--note", "kept before").strip()
    prepared = locking.prepare_passphrase(OURS)
    keys = locking.set_passphrase(home / "journal", prepared, typed=prepared.code, cost=Cost(ops=1, mem_kib=8192))
    return key, prepared.code, keys


@pytest.fixture
def file(tmp_path):
    """Return a function that makes a passphrase file of these bytes."""

    def made(data):
        path = tmp_path / "passphrase.txt"
        path.write_bytes(data)
        return path

    return made


def test_without_a_terminal_it_says_what_can_be_done(refused, locked):
    for arguments in (("list",), ("list", "--json"), ("show", locked[0]), ("delete", locked[0]), ("check",)):
        assert "--passphrase-file" in refused("journal", *arguments, **ALONE)


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n", b"\nand more\n"])
def test_a_file_that_begins_with_the_passphrase_opens_it(answer, locked, file, ending):
    given = ("--passphrase-file", file(OURS.encode() + ending))
    assert locked[0] in answer("journal", "list", *given, **ALONE)
    assert "kept before" in answer("journal", "show", locked[0][:13], *given, **ALONE)
    assert answer("journal", "check", *given, **ALONE) == "The journal is sound.\n"
    assert answer("journal", "delete", locked[0], *given, **ALONE).strip() == locked[0]


def test_it_is_told_of_before_the_command_too_and_heeded_there(answer, locked, file):
    assert "--passphrase-file FILE" in answer("journal", "--help")
    given = ("--passphrase-file", file(OURS.encode()))
    assert locked[0] in answer("journal", *given, "list", **ALONE)


def test_the_recovery_code_can_stand_in_its_place(answer, locked, file):
    assert locked[0] in answer("journal", "list", "--passphrase-file", file(locked[1].lower().encode()), **ALONE)


def test_an_editors_mark_before_the_first_letter_is_no_part_of_it(answer, locked, file):
    assert locked[0] in answer("journal", "list", "--passphrase-file", file(OURS.encode("utf-8-sig")), **ALONE)


@pytest.mark.usefixtures("locked")
def test_each_thing_that_keeps_it_shut_has_a_sentence(refused, file, tmp_path, home):
    def told(path):
        return refused("journal", "list", "--passphrase-file", path, **ALONE)

    sentences = [
        told(file(b"another")),
        told(file(OURS.encode() + b" ")),
        told(file(b"")),
        told(file(new_code().encode())),
        told(file(b"\xff")),
        told(tmp_path / "nothing"),
        told(tmp_path),
    ]
    assert [OURS in sentence for sentence in sentences] == [False] * 7
    assert "typed again" in sentences[0] == sentences[1] == sentences[3]
    assert "recovery code" in sentences[2]
    assert "UTF-8" in sentences[4]
    assert str(tmp_path / "nothing") in sentences[5]
    for name in ("keys.json", "keys.json.bak"):
        (home / "journal" / name).write_bytes(b"damaged")
    assert "keys.json" in told(file(OURS.encode()))


def test_what_is_said_while_it_is_locked_needs_no_passphrase(answer, plain, locked, file, home):
    keys = [answer("journal", "add", "--region", "feet", "--note", "said locked", **ALONE).strip() for _ in range(2)]
    given = ("--passphrase-file", file(OURS.encode()))
    assert len(list((home / "journal" / "waiting").iterdir())) == 2
    keys.append(answer("journal", "add", "--region", "hands", *given, **ALONE).strip())
    listed = [entry["id"] for entry in plain("journal", "list", *given, **ALONE)]
    assert sorted(listed) == sorted([*keys, locked[0]])
    assert list((home / "journal" / "waiting").iterdir()) == []


def test_a_passphrase_file_is_not_looked_at_where_nothing_is_locked(answer, file):
    assert answer("journal", "list", "--passphrase-file", "nowhere", **ALONE) == ""
    answer("journal", "add", "--region", "feet", "--passphrase-file", file(b"x"), **ALONE)


def test_a_damaged_key_file_is_said_beside_the_answer(grounding, locked, home):
    (home / "journal" / "keys.json").write_bytes(b"damaged")
    locking.remove_passphrase(home / "journal", locked[2])
    (home / "journal" / "keys.json").write_bytes(b"damaged")
    done = grounding("journal", "list", **ALONE)
    assert done.returncode == 0
    assert locked[0] in done.stdout
    assert "copy" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert grounding("journal", "list", **ALONE).stderr == ""


TERMINAL = """
import os, pty, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever runs the tests in the background has it ignored
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))
"""
STOP = b"\x03"


def asked(home, typed, *arguments):
    """Run a command at a terminal of its own, answer its question, and return what came of it."""
    command = [sys.executable, "-W", "error", "-m", "grounding", "journal", *arguments]
    environment = os.environ | {"GROUNDING_HOME": str(home)}
    with subprocess.Popen(
        [sys.executable, "-c", TERMINAL, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        bufsize=0,
    ) as process:
        shown = b""
        while piece := process.stdout.read(65536):
            shown += piece
            if shown.endswith(b"Passphrase: "):
                process.stdin.write(typed)
    return process.returncode, shown.decode()


@pytest.mark.skipif(os.name != "posix", reason="wants a terminal as POSIX has it")
def test_at_a_terminal_it_asks_and_shows_nothing_of_the_answer(locked, home):
    status, shown = asked(home, f"{OURS}\n".encode(), "list")
    assert status == 0
    assert locked[0] in shown
    assert OURS not in shown
    status, shown = asked(home, b"another\n", "list")
    assert (status, "typed again" in shown) == (1, True)
    for nothing in (b"\n", b"\x04"):
        status, shown = asked(home, nothing, "list")
        assert (status, "recovery code" in shown, "Traceback" in shown) == (1, True, False)
    status, shown = asked(home, STOP, "list")
    assert (status, "Traceback" in shown) == (1, False)


@pytest.mark.skipif(os.name != "posix", reason="wants a terminal as POSIX has it")
def test_at_a_terminal_nothing_is_asked_for_what_is_said(locked, home):
    status, shown = asked(home, b"", "add", "--region", "feet")
    assert status == 0
    assert "Passphrase" not in shown
    assert locked[0] not in shown
