"""The real command, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def grounding(home):
    """Return a function that runs the command with GROUNDING_HOME set, and returns what came of it."""

    def run(*arguments, **more):
        environment = os.environ | {"GROUNDING_HOME": str(home)} | more.pop("env", {})
        command = [sys.executable, "-W", "error", "-m", "grounding", *map(str, arguments)]
        more = {"stdout": subprocess.PIPE} | more
        done = subprocess.run(
            command, stderr=subprocess.PIPE, encoding="utf-8", check=False, timeout=60, env=environment, **more
        )
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def answer(grounding):
    """Return a function that runs a command which must be done without a word beside, and returns its answer."""

    def run(*arguments, **more):
        done = grounding(*arguments, **more)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


@pytest.fixture
def plain(answer):
    """Return a function that runs a command with --json, and returns what that says."""
    return lambda *arguments, **more: json.loads(answer(*arguments, "--json", **more))


@pytest.fixture
def refused(grounding):
    """Return a function that runs a command which cannot be done, and returns the one line that says why."""

    def run(*arguments, **more):
        done = grounding(*arguments, **more)
        assert done.returncode == 1
        assert done.stdout in ("", None)
        assert len(done.stderr.splitlines()) == 1
        return done.stderr.rstrip("\n")

    return run


@pytest.fixture
def misused(grounding):
    """Return a function that runs a command in a wrong way, and returns what is said of it."""

    def run(*arguments):
        done = grounding(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        return done.stderr

    return run
