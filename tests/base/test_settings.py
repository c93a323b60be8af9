"""Settings come back as they were set, whatever became of their file."""

from __future__ import annotations

import json
from dataclasses import asdict, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.base.settings import (
    KEEP_MONTHS,
    LEAD_PERCENT,
    ONE_KEY_MS,
    Keep,
    Look,
    Motion,
    Settings,
    Theme,
    Voice,
    read_settings,
    write_settings,
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
somehow_set = st.builds(
    Settings,
    welcomed=st.booleans(),
    theme=st.sampled_from(Theme),
    motion=st.sampled_from(Motion),
    look=st.sampled_from(Look),
    text_percent=st.integers(100, 200),
    keep=st.sampled_from(Keep),
    keep_months=st.sampled_from(KEEP_MONTHS),
    sound=st.sampled_from(Voice),
    left_out=st.lists(st.sampled_from(["hands", "eyes", "chest"]), unique=True).map(tuple),
    pattern=st.sampled_from(["", "box", "gentle"]),
    lead_percent=st.sampled_from(LEAD_PERCENT),
    one_key=st.booleans(),
    one_key_ms=st.sampled_from(ONE_KEY_MS),
    minutes=st.integers(0, 60),
    lock_minutes=st.integers(2, 5),
    width=st.integers(800, 4000),
    height=st.integers(600, 3000),
)


@given(somehow_set)
def test_what_is_set_comes_back(tmp_path_factory, settings):
    path = tmp_path_factory.mktemp("home") / "settings.json"
    write_settings(path, settings)
    assert read_settings(path) == (settings, None)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), anything))
def test_a_field_that_makes_no_sense_falls_back_and_the_others_hold(tmp_path_factory, plain):
    path = tmp_path_factory.mktemp("home") / "settings.json"
    path.write_text(json.dumps({**plain, "unheard-of": 1, "pattern": "box"}), encoding="utf-8")
    settings, failure = read_settings(path)
    assert failure is None
    assert settings.pattern == "box"
    for name, default in asdict(Settings()).items():
        assert type(getattr(settings, name)) is type(getattr(Settings(), name)), (name, default)
    assert 100 <= settings.text_percent <= 200
    assert settings.width >= 800
    assert settings.height >= 600


@pytest.mark.parametrize(("written", "holds"), [(-1, 2), (3, 3), (60, 5)])
def test_the_journal_locks_after_two_to_five_minutes_whatever_is_written_there(tmp_path, written, holds):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"lock_minutes": written}), encoding="utf-8")
    assert read_settings(path)[0].lock_minutes == holds


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_the_defaults_hold(tmp_path, data):
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    settings, failure = read_settings(path)
    assert settings == Settings()
    assert failure.code == "settings-damaged"
    assert (tmp_path / "settings.damaged.json").read_bytes() == data
    assert read_settings(path) == (Settings(), None)


def test_no_file_is_the_defaults_and_a_folder_in_its_place_is_told(tmp_path):
    assert read_settings(tmp_path / "settings.json") == (Settings(), None)
    (tmp_path / "settings.json").mkdir()
    settings, failure = read_settings(tmp_path / "settings.json")
    assert (settings, failure.code) == (Settings(), "settings-unreadable")


def test_nothing_is_kept_heard_or_welcomed_until_it_is_set():
    assert (Settings().keep, Settings().sound, Settings().welcomed) == (Keep.ASK, Voice.NONE, False)


@pytest.mark.parametrize("months", [1, -3, 7, 1200, 2**40, True, "3", 3.0])
def test_months_that_are_not_offered_keep_everything(tmp_path, months):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"keep_months": months}), encoding="utf-8")
    assert read_settings(path)[0].keep_months == 0
