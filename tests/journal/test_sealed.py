"""The draft: sealed, whole, and never thrown away."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import said

from grounding.journal.journal import Journal


@pytest.fixture
def draft(journal, folder):
    journal.draft.keep(b"words of a person")
    return folder / "draft.sealed"


@given(data=st.binary())
@settings(max_examples=30)
def test_what_is_sealed_is_read_again(tmp_path_factory, data):
    journal = Journal(tmp_path_factory.mktemp("sealed") / "journal")
    journal.draft.keep(b"before")
    journal.draft.keep(data)
    assert journal.draft.read() == data


def test_the_words_are_not_in_the_file(draft):
    assert draft.read_bytes().startswith(b"grounding sealed 1\n")
    assert b"person" not in draft.read_bytes()


@pytest.mark.usefixtures("draft")
def test_a_draft_alone_makes_keys_and_no_journal(folder, journal):
    assert {path.name for path in folder.iterdir()} == {"keys.json", "keys.json.bak", "draft.sealed"}
    journal.add(said())
    assert journal.draft.read() == b"words of a person"


@pytest.mark.usefixtures("draft")
def test_a_discarded_draft_leaves_nothing_not_even_what_a_kill_left_half_written(folder, journal):
    (folder / ".draft.sealed.abc").write_bytes(b"half")
    journal.draft.discard()
    assert {path.name for path in folder.iterdir()} == {"keys.json", "keys.json.bak"}
    assert journal.draft.read() is None
    journal.draft.discard()


@pytest.mark.parametrize("damage", [b"", b"x", b"grounding sealed 1\n", b"grounding sealed 1\nshort"])
def test_a_damaged_draft_is_moved_aside_and_told(draft, folder, journal, told, damage):
    draft.write_bytes(damage)
    assert told(journal.draft.read) == "draft-damaged"
    aside = [path for path in folder.iterdir() if "damaged" in path.name]
    assert [path.read_bytes() for path in aside] == [damage]
    assert journal.draft.read() is None


def test_every_flipped_bit_of_a_draft_is_noticed(draft, journal, told):
    data = draft.read_bytes()
    for at in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[at // 8] ^= 1 << at % 8
        draft.write_bytes(flipped)
        assert told(journal.draft.read) in {"draft-damaged", "journal-newer"}


def test_a_draft_of_a_newer_version_stays_where_it_is(draft, journal, told):
    draft.write_bytes(b"grounding sealed 2\n...")
    assert told(journal.draft.read) == "journal-newer"
    assert draft.read_bytes() == b"grounding sealed 2\n..."


def test_a_draft_whose_keys_are_gone_is_moved_aside_before_a_new_one_is_kept(draft, folder, journal, told):
    old = draft.read_bytes()
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).unlink()
    assert told(journal.draft.read) == "journal-keys-missing"
    journal.draft.keep(b"new words")
    assert journal.draft.read() == b"new words"
    assert [path.read_bytes() for path in folder.iterdir() if "damaged" in path.name] == [old]


def test_a_draft_that_cannot_be_opened_or_deleted_is_told(folder, journal, told):
    (folder / "draft.sealed").mkdir(parents=True)
    assert told(journal.draft.read) == "journal-unreadable"
    assert told(journal.draft.discard) == "not-written"
    journal.draft.keep(b"words")  # what was in the way is set aside with the rest that no key opens
    assert journal.draft.read() == b"words"
