"""Delete everything: all of it, and nothing else."""

from __future__ import annotations

import os

from said import said

from grounding.base.home import Home
from grounding.journal.crisis import crisis_text
from grounding.journal.erase import erase_everything
from grounding.journal.journal import Journal


def filled(home):
    """Fill a home with everything the program may put there; return it and its journal, still open."""
    made = Home(home)
    made.make()
    journal = Journal(made.journal)
    journal.add(said("sentinel"))
    journal.draft.keep(b"sentinel")
    crisis_text(made, journal).keep(b"sentinel")
    for path in (
        made.settings,
        home / "settings.damaged.json",
        home / ".settings.json.abc",
        made.log,
        home / "log.txt.1",
        home / "crisis.sealed.damaged-1",
        home / ".crisis.key.abc",
        made.journal / "keys.json.damaged-1",
        made.journal / "waiting" / "x.sealed",
        made.journal / ".journal.db.abc",
        made.journal / "checked",
        made.journal / "backups" / "20261125T160805Z-v1.db",
        made.journal / "backups" / "20261125T160805Z-v1.keys.json",
        made.journal / "quarantine" / "20261125T160805Z" / "journal.db",
        made.journal / "quarantine" / "20261125T160805Z" / "keys.json",
        made.practices / "own" / "practice.toml",
        made.patterns / "mine-1.toml",
        made.patterns / ".mine-1.toml.abc",
        made.cache / "qml" / "x.qmlc",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return made, journal


def test_everything_is_gone_and_the_journal_begins_anew(home):
    made, journal = filled(home)
    erase_everything(made, journal)
    assert list(home.iterdir()) == []
    assert journal.list() == ()
    journal.add(said("new"))
    assert len(journal.list()) == 1
    journal.close()


def test_no_key_is_left_even_in_what_another_name_leads_to(home, tmp_path):
    made, journal = filled(home)
    keys = [path for path in home.rglob("*") if "keys.json" in path.name or "crisis.key" in path.name]
    assert len(keys) >= 6
    for number, path in enumerate(keys):
        os.link(path, tmp_path / str(number))
    erase_everything(made, journal)
    assert b"".join((tmp_path / str(number)).read_bytes() for number in range(len(keys))).strip(b"\0") == b""


def test_what_is_somebody_elses_stays(home, tmp_path):
    made, journal = filled(home)
    (home / "letters").mkdir()
    (home / "letters" / "one.txt").write_bytes(b"theirs")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs").write_bytes(b"theirs")
    (made.practices / "link").symlink_to(outside)
    erase_everything(made, journal)
    assert [path.name for path in home.iterdir()] == ["letters"]
    assert (outside / "theirs").read_bytes() == b"theirs"


def test_what_came_from_a_disk_that_could_only_be_read_is_gone_all_the_same(bound):
    made, journal = filled(bound / "home")
    for path in sorted(made.path.rglob("*"), reverse=True):
        path.chmod(0o500 if path.is_dir() else 0o400)
    erase_everything(made, journal)
    assert list(made.path.iterdir()) == []


def test_a_home_that_is_not_there_is_erased_already(home):
    erase_everything(Home(home), Journal(home / "journal"))
    assert not home.exists()


def test_what_cannot_be_deleted_is_told_and_the_rest_is_gone(on_a_mount):
    done = on_a_mount(
        """
        import subprocess
        from grounding.base.failure import Failure
        from grounding.base.home import Home
        from grounding.journal.erase import erase_everything
        from grounding.journal.journal import Journal
        home = Home(disk / "home")
        home.make()
        journal = Journal(home.journal)
        journal.draft.keep(b"words")
        home.practices.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "none", home.practices], check=True)
        try:
            erase_everything(home, journal)
        except Failure as failure:
            print(failure.code, failure.facts["path"] == home.practices, [path.name for path in home.path.iterdir()])
        """
    )
    assert done == "not-erased True ['practices']\n"
