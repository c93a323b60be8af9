"""Every language brings its letters in rows."""

from __future__ import annotations

import string
from itertools import chain

import pytest

from grounding.base.assets import assets
from grounding.base.letters import read_letters

LANGUAGES = [path.name.split(".")[1] for path in (assets() / "words").glob("letters.*.toml")]
COMMON = "etaoinshrdlu"
"""The letters of English, the most frequent first."""


def test_english_has_its_alphabet_the_digits_and_the_signs_of_a_sentence():
    letters = read_letters("en")
    assert sorted(chain(*letters.rows)) == list(string.ascii_lowercase)
    assert sorted(chain(*letters.digits)) == list(string.digits)
    assert set(chain(*letters.signs)) >= set(".,?!'-")
    assert sorted(chain(*letters.numbers)) == sorted([*string.digits, "."])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_stands_twice_and_no_row_is_long(language):
    letters = read_letters(language)
    rows = [*letters.rows, *letters.signs, *letters.digits]
    every = list(chain(*rows))
    assert len(every) == len(set(every))
    assert max(map(len, rows)) <= 8


def test_what_is_written_most_is_come_to_soonest():
    rows = read_letters("en").rows
    steps = {letter: down + along for down, row in enumerate(rows) for along, letter in enumerate(row)}
    assert max(steps[letter] for letter in COMMON) < min(steps[letter] for letter in "qzxj")
    assert (steps["e"], steps["t"], steps["a"]) == (0, 1, 1)


def test_a_language_with_letters_of_its_own_is_read_and_another_is_written_in_english(tmp_path):
    signs = 'signs = [". ,"]\ndigits = ["1 2", "3"]\npoint = ","\n'
    (tmp_path / "letters.en.toml").write_text('rows = ["e t", "a"]\n' + signs, encoding="utf-8")
    (tmp_path / "letters.es.toml").write_text('rows = ["e ñ"]\n' + signs, encoding="utf-8")
    assert read_letters("es-MX", folder=tmp_path).rows == (("e", "ñ"),)
    assert read_letters("es", folder=tmp_path).numbers == (("1", "2"), ("3", ","))
    assert read_letters("fi", folder=tmp_path).rows == (("e", "t"), ("a",))
