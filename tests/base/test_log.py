"""The log finds faults, and no word of a person can be in it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from grounding.base.failure import Failure
from grounding.base.log import LOG, describe_bug, start_log

ROOT = Path(__file__).parents[2]
SENTINEL = "my-own-quiet-words"


@pytest.fixture(autouse=True)
def quiet_after():
    yield
    for handler in list(LOG.handlers):
        LOG.removeHandler(handler)
        handler.close()


def run(tmp_path, script):
    """Run a script that has started its log; return its standard error, and the log."""
    log = tmp_path / "log.txt"
    start = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from grounding.base.failure import Failure
from grounding.base.log import start_log
start_log(Path({str(log)!r}))
words = {SENTINEL!r}
"""
    done = subprocess.run(
        [sys.executable, "-c", start + textwrap.dedent(script)], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stderr, log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ("raise ValueError(words)", "ValueError"),
        ("{}[words]", "KeyError"),
        ("raise Failure('disk-full', path=words)", "Failure disk-full"),
        ("try:\n    {}[words]\nexcept KeyError as cause:\n    raise RuntimeError(words) from cause", "RuntimeError"),
        (
            "import threading\nt = threading.Thread(target=lambda: {}[words])\nt.start()\nt.join()",
            "KeyError",
        ),
        (
            "class Left:\n    def __del__(self):\n        raise ValueError(words)\nleft = Left()\ndel left",
            "ValueError",
        ),
    ],
    ids=["error", "key", "failure", "chain", "thread", "destructor"],
)
def test_an_error_that_holds_a_persons_words_is_told_without_them(tmp_path, script, kind):
    told, log = run(tmp_path, script)
    for text in (told, log):
        assert SENTINEL not in text
        assert kind in text
        assert "<string>" in text


def test_a_bug_is_told_by_its_type_and_places():
    def deep():
        raise LookupError(SENTINEL)

    with pytest.raises(LookupError) as caught:
        deep()
    told = describe_bug(caught.type, caught.value, caught.tb)
    assert told.startswith("LookupError at test_log.py:")
    assert "deep < " in told
    assert SENTINEL not in told
    assert describe_bug(Failure, Failure("disk-full", path=SENTINEL), None) == "Failure disk-full at an unknown place"


def test_the_log_stays_small_and_its_owners_alone(tmp_path):
    start_log(tmp_path / "log.txt")
    for number in range(20_000):
        LOG.info("%06d %s", number, "x" * 60)
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert sorted(path.name for path in files) == ["log.txt", "log.txt.1"]
    assert sum(path.stat().st_size for path in files) <= 2 * 256 * 1024
    assert "019999" in (tmp_path / "log.txt").read_text(encoding="utf-8")
    if os.name == "posix":
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_starting_again_writes_each_line_once_in_the_last_place(tmp_path):
    start_log(tmp_path / "one.txt")
    start_log(tmp_path / "two.txt")
    LOG.info("once")
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == ""
    assert (tmp_path / "two.txt").read_text(encoding="utf-8").count("once") == 1


def test_where_no_log_can_be_kept_none_is_and_nothing_is_said(tmp_path, capfd):
    (tmp_path / "file").write_text("in the way")
    start_log(tmp_path / "file" / "log.txt")
    LOG.error("unheard")
    assert capfd.readouterr() == ("", "")
    assert [type(handler) for handler in LOG.handlers] == [logging.NullHandler]


def test_a_full_disk_silences_the_log_and_nothing_else(small_disk):
    told = small_disk(
        """
        from grounding.base.log import LOG, start_log
        start_log(disk / "log.txt")
        for number in range(5000):
            LOG.info("%s", "x" * 60)
        print("went on")
        """
    )
    assert told == "went on\n"
