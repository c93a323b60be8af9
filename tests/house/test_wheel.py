"""The wheel: built, installed in a new environment, and started from somewhere else; nothing is fetched."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
import time
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="wants POSIX signals")


CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def ran(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=CLEAN, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel with what is installed here."""
    folder = tmp_path_factory.mktemp("wheel")
    ran(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the program, installed in an environment that sees this one's packages but not this checkout."""
    folder = tmp_path_factory.mktemp("somewhere else") / "environment"
    venv.create(folder, with_pip=True, symlinks=os.name == "posix")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / Path(sys.executable).name
    site = Path(ran(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    ran(str(python), "-m", "pip", "install", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel))
    here = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    lender = site / "_lent.py"  # a .pth would run this environment's own .pth files, the editable checkout among them
    lender.write_text(f"import sys\nsys.path += {sorted(here)!r}\n", encoding="utf-8")
    (site / "_lent.pth").write_text("import _lent\n", encoding="utf-8")
    return scripts


def program(installed, *told):
    return [str(installed / "grounding"), *told], {"cwd": installed.parent}


def test_what_comes_with_the_program_is_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as whole:
        inside = set(whole.namelist())
    kept = [path for path in (ROOT / "assets").rglob("*") if path.is_file() and "pictures" not in path.parts]
    assert [path for path in kept if f"grounding/{path.relative_to(ROOT).as_posix()}" not in inside] == []
    pages = (ROOT / "grounding").rglob("*.qml")
    assert [page for page in pages if page.relative_to(ROOT).as_posix() not in inside] == []
    assert [name for name in inside if name.startswith("tests") or "__pycache__" in name] == []


def test_the_installed_program_is_not_this_checkout(installed):
    python = str(installed / Path(sys.executable).name)
    where = ran(python, "-c", "import grounding; print(grounding.__file__)", cwd=installed.parent).strip()
    assert Path(where).is_relative_to(installed.parent)


def test_the_installed_shelf_is_whole(installed):
    command, more = program(installed, "practices", "--json")
    told = json.loads(ran(*command, **more))
    shipped = {path.parent.name for path in (ROOT / "assets" / "practices").glob("*/practice.toml")}
    assert {practice["id"] for practice in told} == shipped


@posix
def test_the_installed_window_opens_and_closes_when_asked(installed, tmp_path):
    home, told = tmp_path / "home", tmp_path / "told.txt"
    command, more = program(installed, "--home", str(home), "--begin", "--practice", "breathe")
    with told.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, env=CLEAN, **more) as window:
        try:
            until(lambda: window.poll() is not None or "window shown" in read(home / "log.txt"))
            assert window.poll() is None, read(told)
            window.send_signal(signal.SIGTERM)
            assert window.wait(timeout=30) == 0, read(told)
        finally:
            window.kill()
    assert read(told) == ""


def read(path):
    return path.read_text(encoding="utf-8") if path.exists() else ""


def until(holds, limit_s=60):
    """Wait until it holds."""
    ends_s = time.monotonic() + limit_s
    while not holds():
        assert time.monotonic() < ends_s, "waited in vain"
        time.sleep(0.02)
