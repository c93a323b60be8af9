"""The process that carries a journal: what it is asked is done, it can be stopped, and a strange file hurts nobody."""

from __future__ import annotations

import json
import threading
from datetime import date

import pytest
import wrong_files as hostile
from along import another, document
from hypothesis import given
from hypothesis import strategies as st
from said import said

from grounding.base.errand import Errand
from grounding.base.failure import Failure
from grounding.body.region import Region
from grounding.journal.along.errands import (
    CARRYING,
    keys_from_plain,
    keys_to_plain,
    to_export,
    to_import,
    wanted_from_plain,
    wanted_to_plain,
)
from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Cost
from grounding.journal.wanted import ANY, Wanted


@pytest.fixture
def sent():
    """Return a function that sends the process on an errand, and returns how it ended and what was told on the way."""

    def send(asked, *, meanwhile=lambda _errand: None):
        told, ends, over = [], [], threading.Event()
        errand = Errand(CARRYING, asked, ended=lambda how: (ends.append(how), over.set()), told=told.append)
        errand.begin()
        meanwhile(errand)
        assert over.wait(60)
        return ends[0], told

    return send


def test_a_journal_is_written_while_another_process_has_it_open(journal, folder, tmp_path, sent):
    journal.add(said("one"))
    asked = to_export(folder, tmp_path / "ü.json", wanted=Wanted(text="one"), guard=True, replace=True, language="en")
    assert sent(asked)[0] == {"is": "written"}
    journal.add(said("two"))
    assert len(json.loads((tmp_path / "ü.json").read_bytes())["entries"]) == 1
    assert sent(asked | {"path": str(tmp_path / "a.csv"), "wanted": wanted_to_plain(ANY)})[0] == {"is": "written"}
    assert len((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()) == 3
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o600


def test_a_journal_is_taken_in_and_others_see_it(journal, folder, tmp_path, sent):
    journal.add(said())
    (tmp_path / "there.json").write_bytes(document(another()))
    assert not journal.changed()
    assert sent(to_import(folder, tmp_path / "there.json"))[0] == {"is": "written"}
    assert journal.changed()
    assert journal.count() == 2


@pytest.mark.parametrize(
    "name", ["a number", "deep", "many values", "a strength of many digits", "UTF-16", "no version"]
)
def test_what_is_no_journal_is_refused_by_the_process_and_nothing_is_made(folder, home, tmp_path, sent, name):
    data, code, _ = hostile.FILES[name]
    (tmp_path / "file.json").write_bytes(data)
    end, _ = sent(to_import(folder, tmp_path / "file.json"))
    assert isinstance(end, Failure)
    assert end.code == code
    assert end.facts["file"] == str(tmp_path / "file.json")
    assert not home.exists()


def test_with_a_passphrase_it_opens_with_the_keys_it_is_handed_and_not_without(journal, folder, tmp_path, sent):
    journal.add(said("one"))
    journal.close()
    prepared = locking.prepare_passphrase("the grey heron, at dusk")
    cost = Cost(ops=1, mem_kib=8192)
    keys = locking.set_passphrase(folder, prepared, typed=prepared.code, cost=cost)
    (tmp_path / "there.json").write_bytes(document(another()))
    asked = to_export(folder, tmp_path / "all.json", keys=None, wanted=ANY, guard=True, replace=True, language="en")
    for without in (asked, to_import(folder, tmp_path / "there.json")):
        end, _ = sent(without)
        assert isinstance(end, Failure)
        assert end.code == "journal-locked"
    assert not (tmp_path / "all.json").exists()
    assert sent(to_import(folder, tmp_path / "there.json", keys=keys))[0] == {"is": "written"}
    asked |= {"keys": keys_to_plain(keys)}
    assert sent(asked)[0] == {"is": "written"}
    assert len(json.loads((tmp_path / "all.json").read_bytes())["entries"]) == 2
    assert keys_from_plain(json.loads(json.dumps(keys_to_plain(keys)))) == keys


def test_a_file_that_is_all_one_text_is_refused_soon_and_in_little_memory(folder, tmp_path, sent):
    with (tmp_path / "file.json").open("wb") as file:
        file.write(hostile.HEAD + b'"')
        file.truncate(1 << 30)  # a hole: it takes no room on the disk
    end, _ = sent(to_import(folder, tmp_path / "file.json"))
    assert end.code in ("import-not-json", "import-too-large")


def test_stopped_it_has_changed_nothing_and_says_so(journal, folder, tmp_path, sent):
    journal.add(said())
    (tmp_path / "there.json").write_bytes(document(*(another(number) for number in range(20_000))))

    def stop(errand):
        while not (folder / "journal.db-journal").exists():
            assert errand._child._process.poll() is None
        errand.cancel()

    end, told = sent(to_import(folder, tmp_path / "there.json"), meanwhile=stop)
    assert end == {"is": "cancelled"}
    assert [message["part"] for message in told] == sorted(message["part"] for message in told)
    assert journal.count() == 1


def test_an_export_that_is_stopped_leaves_no_file(folder, tmp_path, sent):
    (tmp_path / "there.json").write_bytes(document(*(another(number) for number in range(5000))))
    sent(to_import(folder, tmp_path / "there.json"))
    out = tmp_path / "out"
    out.mkdir()
    asked = to_export(folder, out / "a.json", wanted=ANY, guard=True, replace=True, language="en")
    end, _ = sent(asked, meanwhile=lambda errand: errand.cancel())
    assert end == {"is": "cancelled"}
    assert [*out.iterdir()] == []


@given(
    st.builds(
        Wanted,
        text=st.text(),
        region=st.none() | st.sampled_from(Region),
        word=st.text(),
        since=st.none() | st.dates(),
        until=st.none() | st.dates(min_value=date(2, 1, 1)),
        brought=st.booleans(),
    )
)
def test_what_is_wanted_goes_over_a_pipe(wanted):
    assert wanted_from_plain(json.loads(json.dumps(wanted_to_plain(wanted)))) == wanted
