"""The recovery code: enough chance, letters that cannot be mistaken, and a slip told from another code."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.base.failure import Failure
from grounding.journal.keyring.recovery import (
    CHANCE_LETTERS,
    LETTERS,
    _checked,
    in_groups,
    is_code,
    new_code,
    read_code,
)

chances = st.text(LETTERS, min_size=CHANCE_LETTERS, max_size=CHANCE_LETTERS)
codes = chances.map(lambda chance: in_groups(_checked(chance)))


def mistyped(typed):
    with pytest.raises(Failure, match="recovery-code-mistyped"):
        read_code(typed)
    return not is_code(typed)


def test_a_code_holds_more_chance_than_anybody_can_try():
    assert len(set(LETTERS)) == 32
    assert CHANCE_LETTERS * 5 >= 128
    several = [read_code(new_code()) for _ in range(400)]
    assert len(set(several)) == 400
    for at in range(CHANCE_LETTERS):
        assert {code[at] for code in several} == set(LETTERS)


def test_a_code_is_printed_in_groups_of_letters_that_are_not_mistaken_for_others():
    groups = new_code().split("-")
    assert [len(group) for group in groups] == [5] * 6
    assert not set("ILOU") & set("".join(groups))


@given(codes, st.randoms())
def test_however_it_is_typed_it_is_the_same_code(code, chance):
    alike = {"0": "0Oo", "1": "1IiLl", "V": "VvUu"}
    typed = "".join(
        chance.choice(alike.get(each, each + each.lower())) + chance.choice(["", "", " ", "-", "–", "\n", "\u200b"])
        for each in code
    )
    assert read_code(typed) == read_code(code) == code.replace("-", "")
    assert read_code("".join(chr(ord(each) + 0xFEE0) for each in code)) == read_code(code)  # full width


@given(codes, st.integers(0, 29), st.sampled_from(LETTERS))
def test_one_letter_that_is_another_is_noticed(code, at, letter):
    plain = read_code(code)
    changed = plain[:at] + letter + plain[at + 1 :]
    assert changed == plain or mistyped(changed)


@given(codes, st.integers(0, 28))
def test_letters_that_changed_places_or_are_left_out_or_doubled_are_noticed(code, at):
    plain = read_code(code)
    assert mistyped(plain[:at] + plain[at + 1 :])
    assert mistyped(plain[:at] + plain[at] + plain[at:])
    swapped = plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]
    assert swapped == plain or mistyped(swapped)


@given(st.text(max_size=40))
def test_anything_else_that_is_typed_is_told_as_a_slip(typed):
    assert mistyped(typed)


def test_a_code_of_another_journal_is_whole():
    assert is_code(new_code())
    assert read_code(new_code()) != read_code(new_code())
