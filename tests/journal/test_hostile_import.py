"""Whatever a file holds, it is read in bounded memory, and refused with one sentence that says what and where."""

from __future__ import annotations

import io
import itertools
import tracemalloc

import pytest
import wrong_files as hostile
from along import ONE, another, document, told_in
from hypothesis import given, settings
from hypothesis import strategies as st

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.journal.along import stream
from grounding.journal.along.stream import entries


@pytest.mark.parametrize("name", hostile.FILES)
@pytest.mark.parametrize("slower", [False, True])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_is_no_journal_is_refused_with_what_and_where(name, slower, mark):
    data, code, says = hostile.FILES[name]
    with pytest.raises(Failure) as refused:
        told_in(mark + data, slower=slower)
    sentence = Wording().sentence(Failure(refused.value.code, **refused.value.facts, file="it"))
    assert refused.value.code == code, sentence
    assert says in sentence or (mark and "byte" in says)
    assert "nothing has been taken in" in sentence


def test_a_mark_before_the_first_letter_is_no_fault():
    assert told_in(b"\xef\xbb\xbf" + document(ONE)) == told_in(document(ONE))


def test_how_the_file_is_laid_out_does_not_matter():
    data = document(ONE, another())
    for spaced in (data.replace(b", ", b" ,\r\n\t"), b"\n\n" + data + b"\n \n"):
        assert told_in(spaced) == told_in(data)


def test_entries_may_come_before_what_the_file_says_it_is():
    data = document(ONE)
    head = b'"schema": "grounding-journal", "version": 1, '
    assert head in data
    turned = data.replace(head, b"").replace(b"]}]}", b"]}], " + head.rstrip(b", ") + b"}")
    assert turned != data
    assert told_in(turned) == told_in(data)


class Endless(io.RawIOBase):
    """A file that never ends: a head, then the same again and again."""

    def __init__(self, head, again):
        self._pieces = itertools.chain([head], itertools.repeat(again))
        self._left = b""
        self.given = 0

    def seek(self, *_where):
        return 0

    def read(self, most):
        if most == 3:
            return b"   "
        while len(self._left) < most:
            self._left += next(self._pieces)
        given, self._left = self._left[:most], self._left[most:]
        self.given += most
        return given


@pytest.mark.parametrize(
    ("head", "again", "code"),
    [
        (hostile.HEAD + b'"', b"a" * 65536, "import-too-large"),
        (hostile.HEAD + b'"', b'\\"' * 32768, "import-too-large"),
        (hostile.HEAD, b" " * 65536, "import-too-large"),
        (hostile.HEAD, b"1" * 65536, "import-too-large"),
        (hostile.HEAD, b"[" * 65536, "import-too-deep"),
        (hostile.HEAD + b"[0", b",0" * 32768, "import-too-much"),
        (hostile.HEAD + b'{"a":0', b',"b":0' * 10922, "import-field-twice"),
        (b'{"schema": "', b"a" * 65536, "import-too-large"),
        (b" ", b" " * 65536, "import-too-large"),
        (b"[", b"[" * 65536, "import-other-kind"),
    ],
)
@pytest.mark.parametrize("halves", [False, True])
def test_what_never_ends_is_left_before_it_fills_the_memory(monkeypatch, head, again, code, halves):
    monkeypatch.setattr(stream, "ENTRY_MB", 2)
    file = Endless(head, again)
    tracemalloc.start()
    try:
        with pytest.raises(Failure) as refused:
            list(entries(file, lambda _bytes: None, halves=halves))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refused.value.code in (code, "import-not-json")
    assert file.given <= 4 << 20
    assert most < 40 << 20


def sentence_of(data):
    """Return what is said of a file, "" where it is a journal."""
    try:
        told_in(data)
    except Failure as refused:
        return Wording().sentence(Failure(refused.code, **refused.facts, file="it"))
    return ""


@given(st.binary(max_size=200), st.booleans())
@settings(max_examples=300)
def test_any_bytes_are_a_journal_or_a_sentence(data, head):
    assert sentence_of(hostile.HEAD + data if head else data) is not None


@given(st.integers(0, len(document(ONE))), st.integers(0, 255))
@settings(max_examples=500)
def test_any_byte_changed_is_a_journal_or_a_sentence(at, byte):
    data = bytearray(document(ONE))
    data[at : at + 1] = bytes([byte])
    assert sentence_of(bytes(data)) is not None


def test_somebody_who_stops_it_is_heard():
    class Stopped(Exception):
        pass

    def stop(_bytes):
        raise Stopped

    with pytest.raises(Stopped):
        told_in(document(ONE), stop)
