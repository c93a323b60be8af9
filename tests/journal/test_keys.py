"""The keys: made once, never replaced, and every damage to their file noticed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said import said

from grounding.base.failure import Failure
from grounding.journal import keys as keys_module
from grounding.journal.journal import Journal
from grounding.journal.keys import _from_bytes, _to_bytes, envelope_for_writing, make_envelope, read_envelope


def test_keys_are_made_once_and_open_what_they_seal(folder):
    assert read_envelope(folder) is None
    made = envelope_for_writing(folder)
    assert envelope_for_writing(folder) == read_envelope(folder) == made
    keys = made.unlock()
    assert (len(keys.database), len(keys.secret), len(keys.journal)) == (32, 32, 16)
    assert [path.name for path in folder.iterdir()] == ["keys.json"]


def test_no_two_journals_share_a_key():
    first, second = make_envelope(), make_envelope()
    assert first.unlock().database != second.unlock().database
    assert first.public != second.public


def test_keys_are_not_shown_by_accident():
    envelope = make_envelope()
    keys = envelope.unlock()
    shown = repr(envelope) + repr(keys)
    for secret in (keys.database, keys.secret, envelope.slots[0].key):
        assert repr(secret) not in shown
        assert secret.hex() not in shown


def test_a_journal_without_its_keys_is_never_replaced(journal, folder, told):
    journal.add(said())
    journal.draft.keep(b"words")
    journal.close()
    (folder / "keys.json").unlink()
    before = {path: path.read_bytes() for path in folder.iterdir()}
    for call in (journal.list, journal.check, journal.draft.read):
        assert told(call) == "journal-keys-missing"
    assert told(journal.add, said()) == told(journal.draft.keep, b"x") == "journal-keys-missing"
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_damaged_keys_are_told_and_left_as_they_are(journal, folder, told):
    journal.add(said())
    journal.draft.keep(b"words")
    journal.close()
    path = folder / "keys.json"
    for damaged in (
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        path.read_bytes()[:-1],
        path.read_bytes() + b" ",
    ):
        path.write_bytes(damaged)
        for call in (journal.list, journal.check, journal.draft.read):
            assert told(call) == "journal-keys-damaged"
        assert told(journal.add, said()) == told(journal.draft.keep, b"x") == "journal-keys-damaged"
        assert path.read_bytes() == damaged


def test_every_flipped_bit_of_the_key_file_is_noticed():
    data = _to_bytes(make_envelope())
    for at in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[at // 8] ^= 1 << at % 8
        with pytest.raises(Failure, match="journal-keys-damaged"):
            _from_bytes(bytes(flipped))


@given(
    st.binary(max_size=200)
    | st.recursive(
        st.none() | st.integers() | st.text(),
        lambda each: (
            st.dictionaries(st.sampled_from(["format", "check", "slots", "public", "journal", "kind"]), each)
            | st.lists(each)
        ),
    ).map(lambda plain: json.dumps(plain).encode())
)
def test_anything_else_in_the_key_file_is_damage(data):
    with pytest.raises(Failure, match="journal-keys-damaged"):
        _from_bytes(data)


def test_no_part_of_the_key_file_can_come_from_another():
    first, second = make_envelope(), make_envelope()
    slot = first.slots[0]
    for journal, public in ((second.journal, first.public), (first.journal, second.public)):
        mixed = keys_module.Envelope(journal=journal, public=public, slots=(slot,))
        with pytest.raises(Failure, match="journal-keys-damaged"):
            mixed.unlock()


def test_keys_of_a_newer_format_are_told_from_damaged_ones(folder, told):
    folder.mkdir(parents=True)
    plain = {"format": 2, "something": "new"}
    (folder / "keys.json").write_text(json.dumps(plain | {"check": keys_module._check(plain)}))
    journal = Journal(folder)
    assert told(journal.add, said()) == told(journal.draft.keep, b"x") == "journal-newer"


def test_a_folder_in_the_place_of_the_keys_is_told(folder, told):
    (folder / "keys.json").mkdir(parents=True)
    assert told(Journal(folder).add, said()) == "journal-unreadable"
