"""Median, mean and spread are those of the standard library."""

from __future__ import annotations

import statistics
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding.breath.middle import mean, median, spread

numbers = st.lists(st.floats(min_value=0, max_value=1000), min_size=1, max_size=20)


@given(numbers)
def test_they_are_as_the_standard_library_has_them(values):
    assert median(values) == statistics.median(values)
    assert mean(values) == pytest.approx(statistics.mean(values))
    assert spread(values) == pytest.approx(statistics.pstdev(values), abs=1e-9)


def test_no_breath_loads_decimal_fractions():
    loads = "import sys, grounding.sitting.sitting, grounding.practice.pattern_writing; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", loads], capture_output=True, text=True, check=True).stdout.split()
    assert "grounding.breath.rhythm" in loaded
    assert not {"statistics", "decimal", "fractions", "difflib"} & set(loaded)
