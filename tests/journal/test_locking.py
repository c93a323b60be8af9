"""The passphrase: what it opens, what it keeps shut, and what is told where it cannot."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from said import said

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.journal.journal import Journal
from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Cost, Passphrase, from_bytes
from grounding.journal.keyring.key_file import holding, read_envelope
from grounding.journal.keyring.keys import new_keys
from grounding.journal.keyring.recovery import new_code
from grounding.journal.keyring.stretching import TODAY

ROOT = Path(__file__).parents[2]
CHEAP = Cost(ops=1, mem_kib=8192)
OURS = "the grey herön, at dusk"


def set_first(folder, passphrase=OURS, **more):
    """Set the first passphrase; return the code and the new keys."""
    prepared = locking.prepare_passphrase(passphrase)
    return prepared.code, locking.set_passphrase(folder, prepared, typed=prepared.code, **{"cost": CHEAP} | more)


@pytest.fixture
def kept(journal, folder):
    """A journal with an entry and a draft, closed."""
    journal.add(said("one"))
    journal.draft.keep(b"begun")
    journal.close()
    return folder


def notes(folder, keys):
    """Return what a fresh program reads with these keys."""
    journal = Journal(folder)
    journal.unlock(keys)
    journal.check()
    found = [entry.report.sensations[0].note for entry in journal.list()]
    journal.close()
    return found


def test_a_passphrase_locks_and_opens(kept, told):
    assert not locking.is_locked(kept)
    _code, keys = set_first(kept)
    assert locking.is_locked(kept)
    journal = Journal(kept)
    assert journal.locked
    for call in (journal.list, journal.check, journal.changed, journal.draft.read, journal.keys):
        assert told(call) == "journal-locked"
    assert told(journal.get, "x") == told(journal.find, "x") == told(journal.delete, "x") == "journal-locked"
    opened = locking.unlock_with_passphrase(kept, OURS)
    assert opened == keys
    journal.unlock(opened)
    assert not journal.locked
    assert len(journal.list()) == 1
    journal.lock()
    assert journal.locked
    assert told(journal.list) == "journal-locked"


def test_the_same_passphrase_from_another_keyboard_opens_it_too(kept):
    _code, keys = set_first(kept)
    other = unicodedata.normalize("NFD", OURS)
    assert other != OURS
    assert locking.unlock_with_passphrase(kept, other) == keys


def test_what_was_sealed_before_stays_readable(kept):
    _code, keys = set_first(kept)
    journal = Journal(kept)
    journal.unlock(keys)
    assert journal.draft.read() == b"begun"
    locking.remove_passphrase(kept, keys)
    _code, again = set_first(kept)
    assert again.database != keys.database
    journal.close()
    journal.unlock(again)
    assert journal.draft.read() == b"begun"
    journal.close()


def test_the_draft_can_be_kept_while_it_is_locked_and_read_once_it_is_not(kept, told):
    _code, keys = set_first(kept)
    journal = Journal(kept)
    journal.draft.keep(b"goes on")
    assert told(journal.draft.read) == "journal-locked"
    journal.unlock(keys)
    assert journal.draft.read() == b"goes on"
    journal.close()


def test_four_things_that_keep_it_shut_have_four_sentences(kept, told):
    code, keys = set_first(kept)
    file, copy, data = kept / "journal.db", kept / "keys.json.bak", kept / "keys.json"
    codes = [told(locking.unlock_with_passphrase, kept, typed) for typed in ("the grey heron", "")]
    copy.write_bytes(b"")
    whole = data.read_bytes()
    data.write_bytes(b"")
    codes.append(told(locking.unlock_with_passphrase, kept, OURS))
    data.write_bytes(whole)
    file.write_bytes(file.read_bytes()[:5000])
    codes.append(told(Journal(kept).unlock, locking.unlock_with_passphrase(kept, OURS)))
    assert codes == ["passphrase-other", "passphrase-lost", "journal-keys-damaged", "journal-damaged"]
    assert len({Wording().sentence(Failure(each)) for each in codes}) == 4
    assert locking.unlock_with_code(kept, code) == keys


def test_the_recovery_code_opens_it_and_a_slip_is_told_from_another_code(kept, told):
    code, keys = set_first(kept)
    assert locking.unlock_with_code(kept, code.lower().replace("-", " ")) == keys
    assert notes(kept, keys) == ["one"]
    for slip in (code[:-1] + ("X" if code[-1] != "X" else "Y"), code[:-1], ""):
        assert told(locking.unlock_with_code, kept, slip) == "recovery-code-mistyped"
    assert told(locking.unlock_with_code, kept, new_code()) == "recovery-code-other"
    assert locking.unlock_with_either(kept, code) == locking.unlock_with_either(kept, OURS) == keys
    assert told(locking.unlock_with_either, kept, new_code()) == "passphrase-other"


def test_a_passphrase_that_looks_like_a_code_is_a_passphrase(kept):
    passphrase = new_code()
    _code, keys = set_first(kept, passphrase)
    assert locking.unlock_with_either(kept, passphrase) == keys


def test_nothing_is_set_before_the_code_has_come_back(kept, told):
    before = {path: path.read_bytes() for path in kept.iterdir()}
    prepared = locking.prepare_passphrase(OURS)
    for typed in ("", "x", new_code(), prepared.code[:-1]):
        with pytest.raises(Failure, match="recovery-code-mistyped"):
            locking.set_passphrase(kept, prepared, typed=typed)
    assert told(locking.prepare_passphrase, "") == "passphrase-empty"
    assert {path: path.read_bytes() for path in kept.iterdir()} == before


def test_neither_passphrase_nor_code_nor_key_lies_anywhere(kept):
    before = from_bytes((kept / "keys.json").read_bytes()).unlock()
    prepared = locking.prepare_passphrase(OURS)
    keys = locking.set_passphrase(kept, prepared, typed=prepared.code, cost=CHEAP)
    shown = repr(prepared) + repr(keys)
    everything = b"".join(path.read_bytes() for path in kept.rglob("*") if path.is_file()) + shown.encode()
    plain = prepared.code.replace("-", "")
    for secret in (OURS, prepared.code, plain):
        assert secret.encode() not in everything
    for key in (before.database, before.secret, keys.database, keys.secret):
        assert key not in everything
        assert key.hex().encode() not in everything


def test_a_key_file_from_before_the_passphrase_opens_nothing_any_more(kept, told):
    before = (kept / "keys.json").read_bytes()
    _code, keys = set_first(kept)
    for name in ("keys.json", "keys.json.bak"):
        (kept / name).write_bytes(before)
    assert told(Journal(kept).list) == "journal-keys-foreign"
    assert from_bytes(before).unlock().database != keys.database


def test_a_passphrase_can_be_set_before_the_first_word(folder):
    _code, keys = set_first(folder)
    journal = Journal(folder)
    journal.add(said("one"))
    journal.unlock(keys)
    assert len(journal.list()) == 1
    journal.close()


def test_a_second_first_passphrase_is_refused(kept, told):
    _code, keys = set_first(kept)
    assert told(set_first, kept) == "journal-locked"
    assert locking.unlock_with_passphrase(kept, OURS) == keys


def test_backups_are_seen_to_once_the_new_keys_hold(kept):
    seen = []

    def backups(keys):
        seen.append((keys, locking.is_locked(kept), notes(kept, keys)))

    code, keys = set_first(kept, backups=backups)
    assert seen == [(keys, True, ["one"])]
    locking.change_passphrase(kept, keys, "other", cost=CHEAP, backups=seen.append)
    locking.new_recovery_code(kept, keys, code, typed=code, backups=seen.append)
    locking.remove_passphrase(kept, keys, backups=seen.append)
    assert seen[1:] == [keys] * 3


def test_a_changed_passphrase_opens_it_and_the_earlier_one_does_not(kept, told):
    code, keys = set_first(kept)
    file = (kept / "journal.db").read_bytes()
    locking.change_passphrase(kept, keys, "another one", cost=CHEAP)
    assert (kept / "journal.db").read_bytes() == file
    assert told(locking.unlock_with_passphrase, kept, OURS) == "passphrase-other"
    assert locking.unlock_with_passphrase(kept, "another one") == locking.unlock_with_code(kept, code) == keys
    assert told(locking.change_passphrase, kept, keys, "") == "passphrase-empty"


def test_a_removed_passphrase_is_asked_for_no_more(kept, told):
    _code, keys = set_first(kept)
    locking.remove_passphrase(kept, keys)
    journal = Journal(kept)
    assert not journal.locked
    assert len(journal.list()) == 1
    journal.close()
    assert locking.unlock_with_passphrase(kept, "whatever") == locking.unlock_with_code(kept, "") == keys
    assert told(locking.change_passphrase, kept, keys, "x") == "journal-busy"


def test_a_new_code_opens_it_once_it_has_come_back_and_the_earlier_one_does_not(kept, told):
    code, keys = set_first(kept)
    other = locking.prepare_recovery_code()
    with pytest.raises(Failure, match="recovery-code-mistyped"):
        locking.new_recovery_code(kept, keys, other, typed=code)
    assert locking.unlock_with_code(kept, code) == keys
    locking.new_recovery_code(kept, keys, other, typed=other.lower())
    assert locking.unlock_with_code(kept, other) == locking.unlock_with_passphrase(kept, OURS) == keys
    assert told(locking.unlock_with_code, kept, code) == "recovery-code-other"


def test_only_the_keys_of_this_journal_change_its_slots(kept, told):
    set_first(kept)
    before = (kept / "keys.json").read_bytes()
    for change in (
        lambda: locking.change_passphrase(kept, new_keys(), "x", cost=CHEAP),
        lambda: locking.remove_passphrase(kept, new_keys()),
    ):
        assert told(change) == "journal-locked"
    assert (kept / "keys.json").read_bytes() == before
    with holding(kept):
        assert told(locking.remove_passphrase, kept, new_keys()) == "journal-busy"


def test_an_old_slot_is_stretched_further_when_it_is_opened(kept, told):
    code, keys = set_first(kept)
    assert read_envelope(kept).slot(Passphrase).cost == CHEAP
    assert told(locking.unlock_with_passphrase, kept, "other") == "passphrase-other"
    assert read_envelope(kept).slot(Passphrase).cost == CHEAP
    assert locking.unlock_with_passphrase(kept, OURS) == keys
    assert read_envelope(kept).slot(Passphrase).cost == TODAY
    raised = (kept / "keys.json").read_bytes()
    assert locking.unlock_with_passphrase(kept, OURS) == locking.unlock_with_code(kept, code) == keys
    assert (kept / "keys.json").read_bytes() == (kept / "keys.json.bak").read_bytes() == raised


def test_raising_never_takes_back_a_passphrase_that_was_changed_meanwhile(kept):
    _code, keys = set_first(kept)
    slot = read_envelope(kept).slot(Passphrase)
    locking.change_passphrase(kept, keys, "another one", cost=CHEAP)
    changed = (kept / "keys.json").read_bytes()
    locking._raise_cost(kept, keys, OURS, slot)
    assert (kept / "keys.json").read_bytes() == changed


@pytest.mark.skipif(sys.platform == "win32", reason="wants a limit on memory, as POSIX has")
def test_where_memory_is_short_the_floor_is_set_and_what_needs_more_is_told(kept, tmp_path):
    set_first(kept, cost=TODAY)
    script = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from grounding.base.failure import Failure
from grounding.journal.keyring import locking
from grounding.journal.keyring.envelope import Passphrase
from grounding.journal.keyring.key_file import read_envelope
resource.setrlimit(resource.RLIMIT_AS, (250 * 1024 * 1024,) * 2)
folder = Path({str(tmp_path / "other")!r})
prepared = locking.prepare_passphrase("x")
keys = locking.set_passphrase(folder, prepared, typed=prepared.code)
print(read_envelope(folder).slot(Passphrase).cost, locking.unlock_with_passphrase(folder, "x") == keys)
try:
    locking.unlock_with_passphrase(Path({str(kept)!r}), {OURS!r})
except Failure as failure:
    print(failure)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("Cost(ops=2, mem_kib=65536) True\nmemory-short\n", "")


def test_what_is_said_where_it_was_locked_from_elsewhere_waits_and_then_it_is_told_so(kept, told):
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from grounding.journal.keyring import locking
prepared = locking.prepare_passphrase("x")
print(prepared.code)
locking.set_passphrase(Path({str(kept)!r}), prepared, typed=prepared.code)
"""
    journal = Journal(kept)
    assert len(journal.list()) == 1
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    entry = said("two")
    journal.add(entry)
    assert told(journal.list) == "journal-locked"
    journal.unlock(locking.unlock_with_code(kept, done.stdout.strip()))
    assert len(journal.list()) == 2
    journal.check()
    journal.close()
