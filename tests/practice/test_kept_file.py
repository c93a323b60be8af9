"""An edited practice on the disk: written whole, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grounding.base.failure import Failure
from grounding.practice.care import care_list, hints
from grounding.practice.editing.beginning import new_step
from grounding.practice.editing.edits import add, set_fields, step_at
from grounding.practice.editing.kept_file import keep_draft, read_draft
from grounding.practice.practice import Kind
from grounding.practice.reading import read_practice
from grounding.practice.writing import begin_practice, write_beside

sys.path.insert(0, str(Path(__file__).parent))
from hand import BY_HAND

TITLE = set_fields((), title="Ours")


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(BY_HAND.encode())
    return path


def test_what_is_kept_is_what_is_read_and_can_be_kept_again(mine):
    draft, seen = read_draft(mine)
    seen = keep_draft(draft.edited(TITLE), seen)
    assert mine.read_bytes() == seen == BY_HAND.replace("'Mine'", '"Ours"').encode()
    keep_draft(draft, seen)
    assert mine.read_bytes() == BY_HAND.encode()
    assert mine.stat().st_mode & 0o777 == 0o600


def test_the_mark_before_the_first_letter_stays(mine):
    mine.write_bytes(b"\xef\xbb\xbf" + BY_HAND.encode())
    draft, seen = read_draft(mine)
    keep_draft(draft.edited(TITLE), seen)
    assert mine.read_bytes() == b"\xef\xbb\xbf" + BY_HAND.replace("'Mine'", '"Ours"').encode()


def test_nothing_is_written_over_what_another_program_has_written(mine):
    draft, seen = read_draft(mine)
    theirs = BY_HAND.replace("Tuesdays", "Fridays").encode()
    mine.write_bytes(theirs)
    with pytest.raises(Failure) as raised:
        keep_draft(draft.edited(TITLE), seen)
    assert raised.value.code == "practice-changed-elsewhere"
    assert mine.read_bytes() == theirs


def test_where_both_have_written_the_same_nothing_is_to_be_asked(mine):
    draft, seen = read_draft(mine)
    same = draft.edited(TITLE)
    mine.write_bytes(same.text.encode())
    assert keep_draft(same, seen) == same.text.encode()


def test_a_file_that_has_gone_is_written_anew(mine):
    draft, seen = read_draft(mine)
    mine.unlink()
    keep_draft(draft, seen)
    assert mine.read_bytes() == BY_HAND.encode()


def test_a_new_practice_is_one_that_can_be_read_under_an_id_of_its_own(tmp_path):
    words = {"title": "A practice of mine", "summary": "Something for a Tuesday.", "words": "You might look around."}
    first = begin_practice(tmp_path, taken=(), **words)
    other = begin_practice(tmp_path, taken=[first.id], **words)
    assert [first.id, other.id] == ["mine", "mine-2"]
    assert read_practice(tmp_path / "mine" / "practice.toml") == first
    assert (first.title, first.steps[0].kind, first.steps[0].prompts[0].text) == (
        "A practice of mine",
        Kind.ARRIVE,
        "You might look around.",
    )


def test_each_kind_of_step_begins_so_that_it_can_be_read(mine):
    draft, _ = read_draft(mine)
    for kind in Kind:
        draft = draft.edited(add(step_at(0), new_step(kind, "Perhaps this, or not.")))
        assert draft.practice.steps[0].kind is kind


def test_written_beside_it_is_another_practice_and_its_voices_stay_with_the_one_it_was(mine):
    draft, _ = read_draft(mine)
    assert draft.practice.steps[1].places[1].prompts[0].clip
    copy = write_beside(draft, mine.parent, taken=["mine"], title="Ours")
    assert (copy.id, copy.title) == ("mine-mine", "Ours")
    assert copy.steps[1].places[1].prompts[0].clip is None
    assert "# for Tuesdays" in Path(copy.file).read_text(encoding="utf-8")


def test_a_language_without_a_list_has_no_hints():
    assert hints("You must relax.", care_list("en-GB"))
    assert hints("Du musst.", care_list("de")) == ()
    assert hints("", care_list("en")) == ()
