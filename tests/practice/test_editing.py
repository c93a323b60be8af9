"""Editing a practice file: only what an edit is about is changed, and nothing that could not be read comes of it."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grounding.base.failure import Failure
from grounding.practice.editing.blocks import blocks_of
from grounding.practice.editing.draft import Draft
from grounding.practice.editing.edits import add, duplicate, move, remove, set_fields, step_at
from grounding.practice.editing.history import PAUSE_S, History
from grounding.practice.practice import Kind
from grounding.practice.reading import practice_in, read_practice
from grounding.practice.source import toml_in

sys.path.insert(0, str(Path(__file__).parent))
from hand import BY_HAND, EDITS, FILES

PATH = Path("/nowhere/mine.toml")
any_file = pytest.mark.parametrize("file", FILES)


def draft_of(text):
    return Draft.of_text(text, PATH)


def edited(text, edit):
    return draft_of(text).edited(edit).text


def read(text):
    return practice_in(toml_in(text, PATH), PATH)


def tried(draft, edit):
    """The draft after an edit, or as it was where that is refused."""
    try:
        return draft.edited(edit)
    except Failure:
        return draft


@any_file
def test_the_blocks_of_a_file_are_the_file_letter_for_letter(file):
    assert blocks_of(FILES[file]).text == FILES[file]


@any_file
@given(edits=st.lists(EDITS, max_size=12))
@settings(max_examples=15, deadline=None)
def test_whatever_is_edited_the_ordinary_reader_reads_it_as_the_editor_shows_it(file, edits):
    draft = draft_of(FILES[file])
    for edit in edits:
        draft = tried(draft, edit)
    assert read(draft.text) == draft.practice
    assert draft_of(draft.text).text == draft.text


@any_file
@given(edits=st.lists(EDITS, max_size=8))
@settings(max_examples=15, deadline=None)
def test_what_is_written_is_read_and_written_again_letter_for_letter(file, edits, tmp_path_factory):
    draft = draft_of(FILES[file])
    for edit in edits:
        draft = tried(draft, edit)
    path = tmp_path_factory.mktemp("shelf") / "mine.toml"
    path.write_bytes(draft.text.encode())
    assert read_practice(path).steps == draft.practice.steps
    assert Draft.of_text(path.read_bytes().decode(), path).text.encode() == path.read_bytes()


@any_file
@given(edit=EDITS)
@settings(max_examples=25, deadline=None)
def test_an_edit_is_refused_with_what_the_reader_says_of_the_whole_file(file, edit):
    draft = draft_of(FILES[file])
    try:
        whole = edit(draft.blocks).text
    except IndexError:
        return
    assert outcome(lambda: draft.edited(edit).practice) == outcome(lambda: read(whole))


def outcome(work):
    """What comes of it: a practice, or what is said instead."""
    try:
        return work()
    except Failure as failure:
        return failure.code, failure.facts


@pytest.mark.parametrize("file", ["by hand", "with other ends of lines", "in brackets", "slow-down"])
def test_after_any_five_hundred_edits_undo_returns_to_the_start(file):
    history, chance = History.of(draft_of(FILES[file])), random.Random(file)
    texts, made = [FILES[file]], 0
    while made < 500:
        try:
            after = history.with_draft(history.now.edited(chance.choice(MADE)))
        except Failure:
            continue
        if after is not history:
            made += 1
            texts.append(after.now.text)
        history = after
    for text in reversed(texts):
        assert history.now.text == text
        history = history.undone()
    assert not history.may_undo
    assert history.now.text == FILES[file]
    while history.may_redo:
        history = history.redone()
    assert history.now.text == texts[-1]


MADE = []


@pytest.fixture(scope="module", autouse=True)
def made():
    """So many edits at random, the same at each run."""

    @settings(max_examples=60, database=None, derandomize=True, deadline=None)
    @given(st.lists(EDITS, min_size=5, max_size=20))
    def gather(edits):
        MADE.extend(edits)

    gather()
    yield
    MADE.clear()


# What stays


def lines_of(text):
    return text.splitlines(keepends=True)


def test_a_moved_step_takes_its_own_comments_along_and_all_else_stays():
    after = edited(BY_HAND, move(step_at(1), 0))
    start, arriving, rest = (
        BY_HAND[: BY_HAND.index("\n# ---- arriving")],
        BY_HAND[BY_HAND.index("\n# ---- arriving") : BY_HAND.index("\n# the hands")],
        BY_HAND[BY_HAND.index("\n# the hands") :],
    )
    scan, others = (
        rest[: rest.index('\n[[step]]\nkind = "breathe"')],
        rest[rest.index('\n[[step]]\nkind = "breathe"') :],
    )
    assert after == start + scan + arriving + others


def test_moved_there_and_back_it_is_the_same_file_again():
    there = draft_of(BY_HAND).edited(move(step_at(0), 2))
    assert there.text != BY_HAND
    assert there.edited(move(step_at(2), 0)).text == BY_HAND


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (set_fields((), title="Yours"), ["title = 'Mine'      # the"], ['title = "Yours"      # the']),
        (set_fields(step_at(0), seconds=50), ["seconds = 40"], ["seconds = 50"]),
        (
            set_fields((*step_at(1), ("place", 0), ("prompt", 0)), text="Or so."),
            ['text = "You might notice, or not."   # "or not" matters'],
            ['text = "Or so."   # "or not" matters'],
        ),
        (set_fields((*step_at(1), ("place", 0), ("prompt", 0)), quiet_s=None), ["quiet_s = 20"], []),
        (set_fields(step_at(1), named_first=True), [], ["named_first = true"]),
        (set_fields(step_at(1), regions=["hands", "feet", "eyes"]), [], ['"eyes",']),
        (set_fields(step_at(1), regions=["feet"]), ['"hands",  # first'], []),
        (remove((*step_at(2), ("prompt", 0))), ["# a prompt of its own", "[[step.prompt]]", 'text = "You can'], []),
    ],
)
def test_a_field_is_changed_where_it_stands_and_not_a_letter_more(edit, gone, come):
    before, after = lines_of(BY_HAND), lines_of(edited(BY_HAND, edit))
    left = [line for line in before if line not in after]
    new = [line for line in after if line not in before]
    assert [line.strip().startswith(start) for line, start in zip(left, gone, strict=True)] == [True] * len(gone)
    assert [line.strip().startswith(start) for line, start in zip(new, come, strict=True)] == [True] * len(come)
    assert [line for line in after if line not in new] == [line for line in before if line not in left]


def test_the_ends_of_lines_stay_as_they_are_in_what_is_new_too():
    windows = BY_HAND.replace("\n", "\r\n")
    for edit in (
        add(step_at(1), {"kind": "stay"}),
        set_fields(step_at(3), seconds=60),
        add((*step_at(0), ("prompt", 0)), {"text": "Or."}),
        duplicate(step_at(3)),
    ):
        after = edited(windows, edit)
        assert after.count("\n") == after.count("\r\n")
        assert after.replace("\r\n", "\n") == edited(BY_HAND, edit)


def test_tables_on_a_line_stand_by_themselves_once_one_of_them_is_changed_and_no_comment_is_lost():
    after = edited(BY_HAND, set_fields((*step_at(0), ("prompt", 1)), text="Here, or elsewhere."))
    for comment in ("# before noon", "# after noon", "# enough", "# always", "# (always the same)"):
        assert after.count(comment) == BY_HAND.count(comment)
    assert after.index("# before noon") < after.index('"Hello."') < after.index("# after noon")
    assert "quiet_s = 10.0" in after
    assert after[after.index("\n# the hands") :] == BY_HAND[BY_HAND.index("\n# the hands") :]


def test_a_prompt_moved_takes_its_voice_along():
    feet = (*step_at(1), ("place", 1), ("prompt", 0))
    draft = draft_of(BY_HAND).edited(add((*feet[:2], ("prompt", 1)), {"text": "Or not."})).edited(move(feet, 1))
    assert [prompt.clip for prompt in draft.practice.steps[1].places[1].prompts] == [None, "feet.flac"]


def test_what_closes_a_file_stays_its_end():
    for edit in (move(step_at(3), 0), remove(step_at(3)), duplicate(step_at(3)), add(step_at(4), {"kind": "stay"})):
        assert edited(BY_HAND, edit).endswith("\n\n# the end\n")


def test_tables_that_are_no_steps_stay_where_they_are_while_steps_move_past_them():
    tables = blocks_of("a = 1\n[[step]]\nb = 1\n# p\n[[pattern]]\nc = 1\n[[step]]\nb = 2\n")
    assert move(step_at(1), 0)(tables).text == "a = 1\n[[step]]\nb = 2\n# p\n[[pattern]]\nc = 1\n[[step]]\nb = 1\n"


def test_a_table_written_between_a_step_and_its_prompts_goes_with_that_step():
    text = "[[step]]\nb = 1\n[[pattern]]\nc = 1\n[[step.prompt]]\nd = 1\n[[step]]\nb = 2\n"
    tables = blocks_of(text)
    assert tables.text == text
    assert (
        move(step_at(1), 0)(tables).text
        == "[[step]]\nb = 2\n[[step]]\nb = 1\n[[pattern]]\nc = 1\n[[step.prompt]]\nd = 1\n"
    )


# History


def test_what_is_typed_in_one_field_without_a_pause_is_one_thing_to_take_back():
    history = History.of(draft_of(BY_HAND))
    for second, text in enumerate(("a", "as", "as it", "as it is")):
        field = set_fields((), title=text)
        history = history.with_draft(history.now.edited(field), typing="title", now_s=second)
    history = history.with_draft(history.now.edited(set_fields((), title="later")), typing="title", now_s=3 + PAUSE_S)
    assert history.now.practice.title == "later"
    assert history.undone().now.practice.title == "as it is"
    assert history.undone().undone().now.text == BY_HAND


def test_typing_elsewhere_or_after_an_undo_is_another_thing_to_take_back():
    history = History.of(draft_of(BY_HAND))
    history = history.with_draft(history.now.edited(set_fields((), title="a")), typing="title")
    history = history.with_draft(history.now.edited(set_fields((), summary="b")), typing="summary")
    assert len(history.drafts) == 3
    history = history.undone()
    history = history.with_draft(history.now.edited(set_fields((), title="c")), typing="title")
    assert history.undone().now.practice.title == "a"
    assert not history.may_redo


def test_an_edit_that_changes_nothing_leaves_nothing_to_take_back():
    history = History.of(draft_of(BY_HAND))
    assert history.with_draft(history.now.edited(set_fields((), title="Mine"))) is history


def test_an_edit_of_what_is_not_there_is_told():
    for edit in (remove(step_at(9)), set_fields((*step_at(0), ("place", 0)), region="any"), move(step_at(-1), 0)):
        with pytest.raises(Failure) as raised:
            draft_of(BY_HAND).edited(edit)
        assert raised.value.code == "practice-changed"


def test_the_last_step_stays():
    one = replace(draft_of(BY_HAND))
    for _ in range(3):
        one = one.edited(remove(step_at(0)))
    with pytest.raises(Failure) as raised:
        one.edited(remove(step_at(0)))
    assert raised.value.code == "practice-wants-tables"
    assert one.practice.steps[0].kind is Kind.STAY


def test_a_place_comes_with_its_words():
    draft = draft_of(BY_HAND)
    (scan,) = [at for at, step in enumerate(draft.practice.steps) if step.places]
    new = (*step_at(scan), ("place", len(draft.practice.steps[scan].places)))
    made = draft.edited(add(new, {"region": "jaw", "prompt": [{"text": "Perhaps the jaw."}, {"text": "Or not."}]}))
    assert [each.text for each in made.practice.steps[scan].said_at("jaw")] == ["Perhaps the jaw.", "Or not."]
    assert made.edited(remove(new)).text == draft.text
