"""An errand in a process of its own: what it says comes back, and its end is told once, whatever ends it."""

from __future__ import annotations

import os
import sys
import textwrap
import threading

import pytest

from grounding.base.child import Child
from grounding.base.errand import Errand, Patience
from grounding.base.failure import Failure


@pytest.fixture
def sent(tmp_path):
    """Return a function that sends a process with this `main` on an errand, and returns what was told and its end."""

    def send(main, asked=None, cancelled=False, **more):
        (tmp_path / "errand_of_a_test.py").write_text(f"def main():\n{textwrap.indent(textwrap.dedent(main), '    ')}")
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
        told, ends, over = [], [], threading.Event()
        errand = Errand(
            "errand_of_a_test",
            asked or {},
            ended=lambda how: (ends.append(how), over.set()),
            told=told.append,
            environment=environment,
            **more,
        )
        errand.begin()
        if cancelled:
            errand.cancel()
        assert over.wait(30)
        for reader in [each for each in threading.enumerate() if each.name == "child-reader"]:
            reader.join(30)
        assert len(ends) == 1
        return told, ends[0]

    return send


HEARS = """
import json, sys
from grounding.base.apart import own_output, told_failure
from grounding.base.failure import Failure
tell = own_output()
asked = json.loads(sys.stdin.buffer.readline())
"""


def test_what_it_is_asked_arrives_and_what_it_says_comes_back(sent):
    main = HEARS + 'print("nothing")\ntell({"is": "part", "part": asked["part"]})\ntell({"is": "written"})\n'
    assert sent(main, {"part": 0.5}) == ([{"is": "part", "part": 0.5}], {"is": "written"})


def test_its_end_is_told_once_whatever_it_says_after(sent):
    main = HEARS + 'tell({"is": "written"})\ntell({"is": "cancelled"})\nraise SystemExit(3)\n'
    assert sent(main) == ([], {"is": "written"})


def test_a_failure_keeps_its_code_and_facts(sent):
    told, end = sent(HEARS + 'tell(told_failure(Failure("not-written", path="日", reason=7)))\n')
    assert (told, end.code, end.facts) == ([], "not-written", {"path": "日", "reason": "7"})


def test_a_process_that_ends_without_a_word_is_a_failure(sent):
    for main in ("raise SystemExit(3)", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"):
        told, end = sent(main)
        assert (told, end.code) == ([], "errand-ended")


def test_a_process_that_has_ended_leaves_no_pipe_open_even_where_nobody_closes_it(tmp_path):
    (tmp_path / "over_at_once.py").write_text("def main():\n    raise SystemExit(3)")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *filter(None, sys.path)])}
    over = threading.Event()
    child = Child(lambda message: message is None and over.set(), module="over_at_once", environment=environment)
    assert over.wait(30)
    child.say({"do": "nothing"})  # as to any that has ended
    assert child._process.stdin.closed
    assert child._process.stdout.closed


def test_left_it_hears_its_pipe_close(sent):
    told, end = sent(HEARS + 'sys.stdin.buffer.read()\ntell({"is": "cancelled"})\n', cancelled=True)
    assert (told, end) == ([], {"is": "cancelled"})


SPINS = """
import os, re
tell({"is": "part", "pid": os.getpid()})
re.match("(a+)+b", "a" * 60)
"""
"""No clock and no ear of the process runs meanwhile: the expression does not let go of the interpreter."""


def test_one_that_spins_is_ended_from_outside_and_is_gone_when_that_is_told(sent):
    late = Failure("given-too-slow", file="it")
    told, end = sent(HEARS + SPINS, patience=Patience(1.0, late))
    assert end is late
    with pytest.raises(ProcessLookupError):
        os.kill(told[0]["pid"], 0)


def test_one_that_ends_in_time_is_left_alone(sent):
    told, end = sent(HEARS + 'tell({"is": "written"})\n', patience=Patience(30.0, Failure("given-too-slow")))
    assert (told, end) == ([], {"is": "written"})
    assert not [each for each in threading.enumerate() if isinstance(each, threading.Timer)]


def test_what_cannot_be_started_is_a_failure(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    ends = []
    Errand("nothing", {}, ended=ends.append).begin()
    assert isinstance(ends[0], Failure)
    assert ends[0].code == "errand-ended"
