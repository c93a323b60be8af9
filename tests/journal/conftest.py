"""A journal in the home of the test."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.journal.journal import Journal

sys.path.insert(0, str(Path(__file__).parent))  # for the helpers beside the tests

NOBODY = 65534


@pytest.fixture
def folder(home):
    return home / "journal"


@pytest.fixture
def journal(folder):
    journal = Journal(folder)
    yield journal
    journal.close()


@pytest.fixture
def told():
    """Return a function that gives the code of the failure that a call meets."""

    def code(call, *values):
        with pytest.raises(Failure) as raised:
            call(*values)
        assert Wording().sentence(raised.value)
        return raised.value.code

    return code


@pytest.fixture
def on_a_mount(small_disk):
    """Return a function that runs a script on a disk of 1 MiB."""
    return partial(small_disk, size="1m")


@pytest.fixture
def bound(tmp_path_factory):
    """Return a folder of somebody whom permissions bind: whoever runs the tests, or, where root does, nobody."""
    if not hasattr(os, "geteuid"):
        pytest.skip("wants a system on which permissions bind")
    if os.geteuid():
        yield tmp_path_factory.mktemp("bound")
        return
    Journal(tmp_path_factory.mktemp("loaded")).draft.keep(b"")  # what is loaded late may lie where nobody may read
    with tempfile.TemporaryDirectory() as name:
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)
