"""The command as a whole: fast, in UTF-8, one line for what cannot be done, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"PySide6", "numpy", "pydub", "soundfile", "sqlite3", "platformdirs"}


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (["practices"], set()),
        (["practices", "--json"], set()),
        (["score", "breathe", "--json"], set()),
        (["check", str(ROOT / "assets" / "practices" / "stay" / "practice.toml")], set()),
        (["journal", "list"], set()),
        (["journal", "add", "--region", "feet"], {"apsw", "nacl"}),
        (["journal", "check"], set()),
    ],
)
def test_no_command_loads_what_it_does_not_need(home, arguments, extra):
    script = f"""
import sys
from grounding.cli import main
assert main({arguments!r}) == 0
loaded = {{name.partition(".")[0] for name in sys.modules}}
print(*sorted(loaded & {HEAVY | {"apsw", "nacl"}!r}), file=sys.stderr)
"""
    environment = os.environ | {"GROUNDING_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert set(done.stderr.split()) == extra


def test_the_home_may_be_named_before_or_after_the_command(answer, plain, tmp_path, home):
    other = tmp_path / "an other ü"
    answer("--home", other, "journal", "add", "--region", "feet")
    answer("journal", "--home", other, "add", "--region", "feet")
    answer("journal", "add", "--region", "feet", "--home", other)
    assert len(plain("journal", "list", "--home", other)) == 3
    assert plain("journal", "list") == []
    assert not home.exists()


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}])
def test_the_answer_is_utf8_whatever_the_locale(answer, locale):
    answer("journal", "add", "--region", "chest", "--word", "жмёт")
    assert "жмёт" in answer("journal", "list", env=locale)
    assert "жмёт" in answer("journal", "list", "--json", env={**locale, "PYTHONIOENCODING": "ascii"})


def test_who_stops_listening_hears_no_complaint(home):
    command = [sys.executable, "-m", "grounding", "score", "scan-15", "--json"]
    for lines in (0, 1):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ) as process:
            for _ in range(lines):
                process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0
    assert not home.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="wants /dev/full")
def test_an_answer_that_finds_no_room_is_told(refused, plain):
    with Path("/dev/full").open("w") as full:
        assert "could not be written out" in refused("journal", "add", "--region", "feet", stdout=full)
    assert len(plain("journal", "list")) == 1


def test_an_unexpected_error_is_one_line_without_what_was_typed(home):
    script = """
import sys
from grounding import cli_journal
from grounding.cli import main
def broken(*_):
    raise ValueError("sentinel")
cli_journal.told_sensation = broken
assert main(["journal", "add", "--region", "feet", "--note", "sentinel"]) == 0
sys.exit(main(["journal", "list"]))
"""
    environment = os.environ | {"GROUNDING_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("ValueError at ")
    assert len(done.stderr.splitlines()) == 1
    assert "sentinel" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["journal"], ["score"], ["check"], ["--sound", "loud"], ["--prac", "x"]]
)
def test_wrong_usage_says_how_it_is_used(misused, arguments, home):
    assert misused(*arguments).startswith("usage: grounding")
    assert not home.exists()


def test_the_window_is_given_what_was_asked(home, tmp_path):
    (tmp_path / "probe.py").write_text(
        "import sys, types\n"
        "sys.modules['grounding.app'] = app = types.ModuleType('grounding.app')\n"
        "app.run = lambda **asked: print(asked['home'].path, asked['practice'], asked['begin'], asked['sound']) or 7\n"
        "from grounding.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )

    def window(*arguments):
        done = subprocess.run(
            [sys.executable, tmp_path / "probe.py", *arguments],
            env=os.environ | {"GROUNDING_HOME": str(home), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (7, "")
        return done.stdout.strip()

    assert window() == f"{home} None False None"
    asked = window("--practice", "breathe", "--begin", "--sound", "tone", "--home", "/x y")
    assert asked == "/x y breathe True tone"


def test_the_program_runs_as_a_module_too(answer):
    assert json.loads(answer("practices", "--json"))
