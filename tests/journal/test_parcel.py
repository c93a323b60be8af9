"""A backup in one file: exactly two things in it, read with strict limits, and never put over another file."""

from __future__ import annotations

import io
import os
import random
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keeper import LATER, LATEST, Keeper

from grounding.base.failure import Failure
from grounding.journal.backup.parcel import KEYS_MOST_BYTES, is_parcel, read_parcel, write_parcel


@pytest.fixture
def two(tmp_path):
    """What a parcel is made of."""
    journal, keys = tmp_path / "journal.db", tmp_path / "keys.json"
    journal.write_bytes(bytes(range(256)) * 64)
    keys.write_bytes(b'{"keys": 1}')
    return {"journal": journal, "keys": keys}


@pytest.fixture
def room(tmp_path):
    room = tmp_path / "room"
    room.mkdir()
    return room


def zipped(*members, **more):
    """Return a zip of names, infos or pairs of them with data."""
    with io.BytesIO() as file:
        with zipfile.ZipFile(file, "w", **more) as parcel:
            for member, data in members:
                parcel.writestr(member, data)
        return file.getvalue()


JOURNAL, KEYS = ("journal.db", bytes(8192)), ("keys.json", b"{}")


def test_what_is_written_is_read_again(two, room, tmp_path):
    out = tmp_path / "out.zip"
    write_parcel(out, **two)
    read_parcel(out, room)
    assert (room / "journal.db").read_bytes() == two["journal"].read_bytes()
    assert (room / "keys.json").read_bytes() == two["keys"].read_bytes()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (out, *room.iterdir())} == {0o600}
    assert is_parcel(out)
    assert not is_parcel(two["journal"])
    with zipfile.ZipFile(out) as parcel:
        assert parcel.testzip() is None
        assert {member.compress_type for member in parcel.infolist()} == {zipfile.ZIP_STORED}
        assert {member.date_time[0] for member in parcel.infolist()} == {1980}, "it tells no moment"
    assert (
        sorted(path.name for path in tmp_path.iterdir())
        == ["home", "journal.db", "keys.json", "out.zip", "room"][1 - (tmp_path / "home").exists() :]
    )


def test_no_file_is_replaced_without_a_word(two, tmp_path):
    out = tmp_path / "out.zip"
    out.write_bytes(b"theirs")
    with pytest.raises(Failure, match="file-is-there"):
        write_parcel(out, **two)
    assert out.read_bytes() == b"theirs"
    write_parcel(out, **two, replace=True)
    assert is_parcel(out)


def test_a_link_to_nowhere_is_there_too(two, tmp_path):
    out = tmp_path / "out.zip"
    out.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Failure, match="file-is-there"):
        write_parcel(out, **two)
    assert not (tmp_path / "nowhere").exists()


def test_a_file_that_comes_there_at_the_last_moment_is_not_replaced(two, tmp_path, monkeypatch):
    out = tmp_path / "out.zip"
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    out.write_bytes(b"theirs")
    with pytest.raises(Failure, match="file-is-there"):
        write_parcel(out, **two)
    assert out.read_bytes() == b"theirs"
    assert not list(tmp_path.glob(".*"))


def test_where_it_cannot_be_written_that_is_told_and_nothing_half_is_left(two, tmp_path):
    with pytest.raises(Failure, match="not-written") as raised:
        write_parcel(tmp_path / "none" / "out.zip", **two)
    assert raised.value.facts["path"] == tmp_path / "none" / "out.zip"
    with pytest.raises(Failure, match="not-written"):
        write_parcel(tmp_path / "out.zip", journal=tmp_path, keys=two["keys"])
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".*"))


def linked(name):
    member = zipfile.ZipInfo(name)
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


def pressed(name):
    member = zipfile.ZipInfo(name)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


NOT_ONE = {
    "nothing in it": zipped(),
    "one thing": zipped(JOURNAL),
    "a third thing": zipped(JOURNAL, KEYS, ("more", b"")),
    "another name": zipped(JOURNAL, ("keys.jso", b"")),
    "a folder": zipped(JOURNAL, ("x/keys.json", b"")),
    "a way out": zipped(JOURNAL, ("../keys.json", b"")),
    "an absolute name": zipped(JOURNAL, ("/keys.json", b"")),
    "a name that ends early": zipped(JOURNAL, ("keys.json_.exe", b"")).replace(b"json_", b"json\0"),
    "a link": zipped(("journal.db", bytes(100)), (linked("keys.json"), b"/etc/passwd")),
    "something pressed": zipped((pressed("journal.db"), bytes(8192)), KEYS),
    "keys of a megabyte": zipped(JOURNAL, ("keys.json", bytes(KEYS_MOST_BYTES + 1))),
    "a thousand names": zipped(*((str(number), b"") for number in range(1000))),
    "long notes in its list": zipped(JOURNAL, KEYS)[:-22] + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, 9000, 0, 0),
}


def name_twice():
    with pytest.warns(UserWarning, match="Duplicate"):
        return zipped(JOURNAL, ("journal.db", b""))


def code_of(call, *values):
    """Return the code of the failure that a call meets, "" where it meets none."""
    try:
        call(*values)
    except Failure as failure:
        return failure.code
    return ""


def refused(data, room):
    path = room.with_name("given.zip")
    path.write_bytes(data)
    with pytest.raises(Failure) as raised:
        read_parcel(path, room)
    assert raised.value.facts["path"] == path
    return raised.value.code


@pytest.mark.parametrize("data", NOT_ONE.values(), ids=NOT_ONE)
def test_a_zip_with_anything_else_in_it_is_no_backup(data, room):
    assert refused(data, room) == "backup-not-one"


def test_a_name_that_comes_twice_is_none(room):
    assert refused(name_twice(), room) == "backup-not-one"


def with_flag():
    """Return a parcel whose journal says that it is enciphered."""
    data = bytearray(zipped(JOURNAL, KEYS))
    data[data.index(b"PK\1\2") + 8] |= 1
    return bytes(data)


def with_size(size):
    """Return a parcel whose list says that the journal has another size."""
    data = bytearray(zipped(JOURNAL, KEYS))
    at = data.index(b"PK\1\2")
    data[at + 20 : at + 28] = struct.pack("<2L", size, size)
    return bytes(data)


WHOLE = zipped(JOURNAL, KEYS)
DAMAGED = {
    "cut at its end": WHOLE[:-1],
    "cut in its middle": WHOLE[:5000],
    "only its beginning": WHOLE[:4],
    "something after its end": WHOLE + b"x",
    "a size it has not": with_size(2**31),
    "a smaller size": with_size(100),
    "another byte": WHOLE[:1000] + b"x" + WHOLE[1001:],
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_parcel_that_is_not_whole_is_damaged(data, room):
    assert refused(data, room) == "backup-damaged"


def test_one_that_is_enciphered_as_a_zip_is_none(room):
    assert refused(with_flag(), room) == "backup-not-one"


def test_a_size_that_lies_fills_no_disk(room):
    refused(with_size(2**31), room)
    assert sum(path.stat().st_size for path in room.iterdir()) <= len(WHOLE)


@settings(max_examples=300)
@given(st.data())
def test_whatever_a_zip_is_turned_into_it_is_read_or_refused(tmp_path_factory, data):
    room = tmp_path_factory.mktemp("room")
    path = room.with_name(f"{room.name}.zip")
    changed = bytearray(zipped(("journal.db", bytes(600)), KEYS))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    path.write_bytes(changed)
    code = code_of(read_parcel, path, room)
    assert code in {"", "backup-damaged", "backup-not-one", "backup-unreadable"}
    if not code:
        assert (room / "journal.db").read_bytes() == bytes(600)
        assert (room / "keys.json").read_bytes() == b"{}"
    assert {each.name for each in room.iterdir()} <= {"journal.db", "keys.json"}


def test_any_bit_of_a_parcel_may_turn_and_no_wrong_word_comes_back(folder, tmp_path):
    person = Keeper(folder).says("first", "second")
    backup = person.backs_up()
    out = tmp_path / "out.zip"
    write_parcel(out, journal=backup, keys=backup.with_suffix(".keys.json"))
    person.says("third")
    whole, chance, refusals = out.read_bytes(), random.Random(5), 0
    for nth in range(60):
        changed = bytearray(whole)
        at = chance.randrange(len(changed) * 8)
        changed[at // 8] ^= 1 << at % 8
        out.write_bytes(changed)
        code = code_of(person.restores, out, LATER.replace(minute=nth % 60, hour=20))
        assert not code or code.startswith("backup-")
        refusals += bool(code)
        assert person.has() in ({"first", "second", "third"}, {"first", "second"})
        if person.has() == {"first", "second"}:
            person.says("third")
    assert refusals > 50


def test_what_was_carried_to_another_computer_is_the_journal_there(folder, tmp_path):
    person = Keeper(tmp_path / "old" / "journal").says("first", "second")
    backup = person.backs_up()
    out = tmp_path / "out.zip"
    write_parcel(out, journal=backup, keys=backup.with_suffix(".keys.json"))
    there = Keeper(folder)
    from grounding.journal.backup.restoring import restore

    restore(folder, out, keys=None, now=LATEST)
    assert there.has() == {"first", "second"}
