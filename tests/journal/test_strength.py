"""How hard a passphrase would be to guess: in words, for any text, and never more than an estimate."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from said import texts

from grounding.base.wording import Wording
from grounding.journal.keyring.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.AT_ONCE),
        ("password", Strength.AT_ONCE),
        ("grey heron", Strength.SOON),
        ("ein reiher", Strength.SLOWLY),
        ("heron 42 dusk", Strength.HARD),
        ("the grey heron at dusk by the old mill", Strength.VERY_HARD),
    ],
)
def test_an_estimate_is_a_word(passphrase, expected):
    assert strength(passphrase) is expected


def test_more_and_rarer_is_never_easier():
    order = list(Strength)
    steps = ["a", "aa12", "heron42", "heron 42 dusk", "heron 42 dusk mill xylem"]
    estimates = [order.index(strength(each)) for each in steps]
    assert estimates == sorted(estimates)
    assert len(set(estimates)) >= 4


@given(texts | st.text(min_size=60, max_size=2000))
@settings(max_examples=40)
def test_any_text_has_one(passphrase):
    assert strength(passphrase) in Strength


def test_a_very_long_one_takes_no_longer():
    strength("x")
    begun_s = time.perf_counter()
    strength("x9k!Lq2 " * 50_000)
    assert time.perf_counter() - begun_s < 1


def test_names_hold_no_number():
    names = [Wording().name("guessing", each.value) for each in Strength]
    assert not any(letter.isdigit() for letter in "".join(names))
    assert len(set(names)) == 5


def test_only_who_asks_pays_for_it():
    script = """
import sys
import grounding.journal.keyring.locking
import grounding.journal.keyring.strength
print("zxcvbn" in sys.modules)
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
