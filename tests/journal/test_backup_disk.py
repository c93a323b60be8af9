"""Backups and restore on a full disk, on one that cannot be written, and on one that is pulled out."""

from __future__ import annotations

from pathlib import Path

SETTING = (
    f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
    + """
import subprocess
from keeper import LATER, LATEST, NOW, Keeper
from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.journal.backup.backups import list_backups, replace_all
from grounding.journal.backup.carrying import carry_away
from grounding.journal.repair.quarantine import quarantine
from grounding.journal.repair.rescue import rescue
from grounding.journal.vault import Vault

def code(call, *values, **more):
    try:
        call(*values, **more)
    except Failure as failure:
        assert "/." not in Wording().sentence(failure), "it names a file that nobody has ever seen"
        return failure.code

def fill(path, left=0):
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - left))

def carries(person, out):
    vault = Vault.open(person.folder / "journal.db", person.keys)
    try:
        carry_away(vault, person.folder, person.keys, out)
    finally:
        vault.close()

def replaces_all(person):
    vault = Vault.open(person.folder / "journal.db", person.keys)
    try:
        replace_all(vault, person.folder, person.keys, LATER)
    finally:
        vault.close()

def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

said = {f"{number} " * 900 for number in range(10)}
"""
)


def test_on_a_full_disk_nothing_half_is_left_and_it_goes_on_once_there_is_room(on_a_mount):
    printed = on_a_mount(
        SETTING
        + """
person = Keeper(disk / "journal").says(*said)
backup = person.backs_up()
carries(person, disk / "carried")
person.says("later")
before = person.files()
ballast = disk / "ballast"
for left in (0, 30_000, 60_000):
    fill(ballast, left)
    print(code(person.backs_up, LATER), code(replaces_all, person), code(carries, person, disk / "more"))
    print(code(person.restores, backup), code(person.restores, disk / "carried"))
    print(code(rescue, person.folder, backup, person.keys, now=LATER))
    person.journal.close()
    print(person.files() == before, person.has() == {*said, "later"}, (disk / "more").exists())
ballast.unlink()
print(code(person.restores, backup), person.has() == said)
"""
    )
    assert printed.splitlines() == [
        *("disk-full disk-full disk-full", "disk-full disk-full", "disk-full", "True True False") * 3,
        "None True",
    ]


def test_a_restore_takes_no_more_room_than_it_says(on_a_mount):
    """A backup of what is there and the staged one: twice the journal."""
    printed = on_a_mount(
        SETTING
        + """
person = Keeper(disk / "journal").says(*said)
backup = person.backs_up()
size = (person.folder / "journal.db").stat().st_size
fill(disk / "ballast", 2 * size + 60_000)
print(code(person.restores, backup))
"""
    )
    assert printed == "None\n"


def test_on_a_disk_that_cannot_be_written_nothing_changes_and_what_is_there_can_be_restored_elsewhere(
    on_a_mount, tmp_path
):
    printed = on_a_mount(
        SETTING
        + f"""
person = Keeper(disk / "journal").says("first")
backup = person.backs_up()
carries(person, disk / "carried")
elsewhere = Keeper(Path({str(tmp_path)!r}) / "elsewhere" / "journal").says("there")
subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
print(code(person.backs_up, LATER), code(replaces_all, person), code(carries, person, Path({str(tmp_path)!r}) / "out"))
print(code(person.restores, backup), code(quarantine, person.folder, NOW, "journal-damaged"))
print(code(carries, elsewhere, disk / "out"), [each.path == backup for each in list_backups(person.folder)])
print(code(elsewhere.restores, backup), elsewhere.has())
print(code(elsewhere.restores, disk / "carried", LATEST), elsewhere.has(), person.has())
"""
    )
    assert printed.splitlines() == [
        "not-written not-written not-written",
        "not-written not-written",
        "not-written [True]",
        "None {'first'}",
        "None {'first'} {'first'}",
    ]


def test_when_the_disk_is_pulled_out_nothing_is_made_in_its_place(on_a_mount):
    printed = on_a_mount(
        SETTING
        + """
home = disk / "home"
home.mkdir()
subprocess.run(["mount", "-t", "tmpfs", "none", home], check=True)
person = Keeper(home / "journal").says("first")
keys = person.keys
backup = person.backs_up()
vault = Vault.open(person.folder / "journal.db", keys)
subprocess.run(["umount", "-l", home], check=True)
from grounding.journal.backup.backups import changed_since_backup, make_backup
from grounding.journal.backup.forgetting import forget_in_backups
print(code(make_backup, vault, person.folder, keys, LATER), changed_since_backup(person.folder))
print(code(forget_in_backups, person.folder, keys, ["x"]), list_backups(person.folder), vault.replaced())
print(code(quarantine, person.folder, NOW, "journal-damaged"), code(person.journal.list), list(home.iterdir()))
"""
    )
    assert printed.splitlines() == ["not-written False", "None () True", "not-written journal-vanished []"]
