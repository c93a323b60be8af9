"""A journal taken along and taken in: nothing lost, nothing double, nothing changed where it cannot be all."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import wrong_files as hostile
from along import ONE, another, document, exported, told_in, wholes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from said import NOON, entries_of, said

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.journal.along.exporting import export
from grounding.journal.along.importing import import_journal
from grounding.journal.along.merging import merged
from grounding.journal.along.whole import Whole
from grounding.journal.entry import Earlier, Entry
from grounding.journal.journal import Journal
from grounding.journal.wanted import Wanted

WORDING = Wording()


def all_of(journal):
    return [*journal.wholes()]


def taken_along(journal, path, **more):
    """Return the bytes of a journal exported to `path`."""
    assert export(journal, path, wording=WORDING, replace=True, **more)
    return path.read_bytes()


@pytest.fixture
def made(tmp_path_factory):
    """Return a function that makes an empty journal, on another computer so to speak."""
    journals = []

    def make():
        journals.append(Journal(tmp_path_factory.mktemp("other") / "journal"))
        return journals[-1]

    yield make
    for journal in journals:
        journal.close()


@given(st.lists(wholes, max_size=4, unique_by=lambda whole: whole.entry.id))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_exported_taken_in_elsewhere_and_exported_again_it_is_the_same_to_the_byte(made, tmp_path, those):
    first, second = made(), made()
    first.take_in(those)
    data = taken_along(first, tmp_path / "first.json")
    assert import_journal(second, tmp_path / "first.json")
    assert taken_along(second, tmp_path / "second.json") == data
    assert all_of(second) == all_of(first)
    assert {whole.entry.id: whole for whole in all_of(first)} == {whole.entry.id: whole for whole in those}
    second.check()


def test_what_was_edited_and_marked_is_taken_along_with_every_wording(journal, made, tmp_path):
    entry = said("first")
    journal.add(entry)
    journal.edit(replace(entry, report=Report(line="second")))
    journal.edit(replace(entry, report=Report(line="third")))
    journal.bring(entry.id, True)
    taken_along(journal, tmp_path / "all.json")
    other = made()
    assert import_journal(other, tmp_path / "all.json")
    (whole,) = all_of(other)
    assert (whole.entry, whole.earlier) == (journal.get(entry.id), journal.earlier(entry.id))
    assert [each.report.line for each in other.earlier(entry.id)] == ["second", ""]
    assert other.list(wanted=Wanted(text="third", brought=True)) == (whole.entry,)
    assert other.list(wanted=Wanted(text="second")) == ()


def test_taken_in_twice_or_where_it_came_from_nothing_changes(journal, made, tmp_path):
    for minute in range(5):
        journal.add(said(minute=minute))
    journal.edit(replace(journal.list()[2], report=Report(line="now")))
    data = taken_along(journal, tmp_path / "all.json")
    other = made()
    for journal_there in (journal, other, other):
        assert import_journal(journal_there, tmp_path / "all.json")
        assert taken_along(journal_there, tmp_path / "again.json") == data
    other.check()


def test_entries_of_one_moment_keep_their_order(journal, made, tmp_path):
    ids = [another(number)["id"] for number in (3, 1, 2)]
    for entry in entries_of(ids):
        journal.add(entry)
    taken_along(journal, tmp_path / "all.json")
    other = made()
    import_journal(other, tmp_path / "all.json")
    assert [entry.id for entry in other.list()] == [entry.id for entry in journal.list()] == ids[::-1]


def test_entries_of_one_moment_follow_those_that_are_here_though_there_are_gaps(journal, tmp_path):
    here = [another(number)["id"] for number in (11, 12, 13)]
    for entry in entries_of(here):
        journal.add(entry)
    journal.delete(here[1])
    there = [whole_of("a").entry, *entries_of(another(number)["id"] for number in (1, 2))]
    (tmp_path / "there.json").write_bytes(exported([Whole(entry=entry) for entry in there]))
    import_journal(journal, tmp_path / "there.json")
    assert [entry.id for entry in journal.list()] == [*(entry.id for entry in there[::-1]), here[2], here[0]]


def test_more_entries_of_one_moment_than_it_has_places_are_all_there(made, tmp_path):
    (tmp_path / "many.json").write_bytes(document(*(another(number) for number in range(1, 4200))))
    other = made()
    assert import_journal(other, tmp_path / "many.json")
    assert other.count() == 4199
    assert len({whole.entry.id for whole in other.wholes()}) == 4199


def test_what_is_here_already_and_what_comes_are_one_journal_in_the_order_of_time(journal, made, tmp_path):
    other = made()
    here, there = [said(minute=minute) for minute in (0, 20)], [said(minute=minute) for minute in (10, 30)]
    for at, entries in ((journal, here), (other, there)):
        for entry in entries:
            at.add(entry)
    taken_along(other, tmp_path / "other.json")
    assert import_journal(journal, tmp_path / "other.json")
    assert journal.list() == (there[1], here[1], there[0], here[0])
    journal.check()


# Two wordings of one entry


def whole_of(line, *earlier, brought=False):
    """Return an entry that reads so, and before read (line, until so many hours after it was said)…"""
    return Whole(
        entry=Entry(id=ONE["id"], at=NOON, report=Report(line=line), brought=brought),
        earlier=tuple(Earlier(until=NOON + timedelta(hours=hours), report=Report(line=was)) for was, hours in earlier),
    )


@pytest.mark.parametrize(
    ("here", "there", "both"),
    [
        (whole_of("a"), whole_of("a"), whole_of("a")),
        (whole_of("b", ("a", 1)), whole_of("a"), whole_of("b", ("a", 1))),
        (whole_of("a"), whole_of("b", ("a", 1)), whole_of("b", ("a", 1))),
        (whole_of("b", ("a", 1)), whole_of("c", ("a", 2)), whole_of("c", ("b", 2), ("a", 2), ("a", 1))),
        (whole_of("c", ("a", 2)), whole_of("b", ("a", 1)), whole_of("c", ("b", 2), ("a", 2), ("a", 1))),
        (whole_of("b", ("a", 1)), whole_of("c", ("b", 2), ("a", 1)), whole_of("c", ("b", 2), ("a", 1))),
        (whole_of("a", ("b", 2), ("a", 1)), whole_of("b", ("a", 1)), whole_of("a", ("b", 2), ("a", 1))),
        (whole_of("a"), whole_of("b"), whole_of("a", ("b", 0))),
        (whole_of("a", brought=True), whole_of("a"), whole_of("a", brought=True)),
        (whole_of("a"), whole_of("a", brought=True), whole_of("a", brought=True)),
        (whole_of("b", ("a", 1)), whole_of("a", brought=True), whole_of("b", ("a", 1), brought=True)),
    ],
)
def test_the_wording_that_came_last_is_the_entrys_and_the_other_stays_reachable(made, tmp_path, here, there, both):
    assert merged(here, there) == both
    journal = made()
    journal.take_in([here])
    (tmp_path / "there.json").write_bytes(exported([there]))
    for _twice in range(2):
        assert import_journal(journal, tmp_path / "there.json")
        assert all_of(journal) == [both]
    journal.check()


@given(wholes, wholes, wholes)
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_no_wording_is_ever_lost_and_none_comes_twice(one, two, three):
    same = [
        Whole(entry=replace(one.entry, report=each.entry.report), earlier=each.earlier) for each in (one, two, three)
    ]
    together = merged(merged(same[0], same[1]), same[2])
    wordings = [together.entry.report, *(each.report for each in together.earlier)]
    for whole in same:
        assert whole.entry.report in wordings
        assert set(whole.earlier) <= set(together.earlier)
        assert merged(together, whole) == together
    assert len(set(together.earlier)) == len(together.earlier) or len(set(one.earlier)) < len(one.earlier)


def test_an_id_that_is_here_for_something_else_is_refused(journal, tmp_path, told):
    journal.take_in(told_in(document(ONE)))
    before = all_of(journal)
    for fields in ({"at": "2026-11-22T21:10:00.001+01:00"}, {"zone": "Europe/Paris"}, {"practice": "stay"}):
        (tmp_path / "other.json").write_bytes(document(another(7), ONE | fields))
        assert told(import_journal, journal, tmp_path / "other.json") == "import-other-entry"
        assert all_of(journal) == before
    journal.check()


# Refused, cancelled, killed


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", hostile.FILES)
def test_what_is_no_journal_is_refused_whole_and_nothing_is_changed(made, tmp_path, name):
    data, code, says = hostile.FILES[name]
    path, journal = tmp_path / "a file.json", made()
    path.write_bytes(data)
    with pytest.raises(Failure) as refused:
        import_journal(journal, path)
    sentence = WORDING.sentence(refused.value)
    assert (refused.value.code, str(path) in sentence, says in sentence) == (code, True, True)
    assert journal.count() == 0
    assert not journal._folder.exists()


def test_an_id_that_is_there_twice_is_refused_though_it_is_the_same(journal, folder, tmp_path, told):
    journal.add(said())
    journal.close()
    before = contents(folder)
    (tmp_path / "twice.json").write_bytes(document(ONE, another(), ONE))
    assert told(import_journal, journal, tmp_path / "twice.json") == "import-id-twice"
    journal.close()
    assert contents(folder) == before


@pytest.mark.parametrize("what", ["nothing", "folder", "pipe"])
def test_what_is_no_file_is_refused(journal, home, tmp_path, told, what):
    path = tmp_path / "journal.json"
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    assert told(import_journal, journal, path) == ("import-unreadable" if what == "nothing" else "import-not-a-file")
    assert not home.exists()


def test_a_file_that_changes_while_it_is_read_is_refused(journal, tmp_path, told):
    path, asked = tmp_path / "journal.json", []
    path.write_bytes(document(ONE))
    os.utime(path, (0, 0))

    def going_on(part):
        asked.append(part)
        if len(asked) == 2:  # it has been looked through
            path.write_bytes(document(ONE | {"practice": "slow-up  "}))
        return True

    assert told(import_journal, journal, path, going_on) == "import-changed"
    assert journal.count() == 0
    assert asked == sorted(asked)


@pytest.mark.parametrize("at", [0.0, 0.005, 0.1, 0.5])
def test_cancelled_nothing_is_changed(journal, tmp_path, at):
    journal.add(said())
    before = all_of(journal)
    (tmp_path / "journal.json").write_bytes(document(*(another(number) for number in range(3000))))
    parts = []
    assert not import_journal(journal, tmp_path / "journal.json", lambda part: parts.append(part) or part < at)
    assert parts[-1] >= at
    assert all_of(journal) == before
    journal.check()


# Export


class Parts:
    """Hears how far it is."""

    def __init__(self):
        self.heard = []

    def hear(self, part):
        self.heard.append(part)
        return True


def test_only_what_is_wanted_is_exported(journal, tmp_path):
    journal.add(said("one", minute=0))
    journal.add(said("two", minute=1, region=Region.HANDS))
    journal.add(said("two", minute=60 * 24))
    for wanted, found in (
        (Wanted(text="two"), ["two", "two"]),
        (Wanted(region=Region.HANDS), ["two"]),
        (Wanted(until=NOON.date()), ["one", "two"]),
        (Wanted(text="two", since=NOON.date() + timedelta(days=1)), ["two"]),
        (Wanted(text="three"), []),
    ):
        parts = Parts()
        data = json.loads(taken_along(journal, tmp_path / "some.json", wanted=wanted, going_on=parts.hear))
        assert [entry["report"]["sensations"][0]["note"] for entry in data["entries"]] == found
        assert parts.heard == [(nth + 1) / len(found) for nth in range(len(found))]


def test_pages_follow_one_another_with_nothing_lost_or_double(journal):
    those = [Whole(entry=replace(said(minute=minute // 3), brought=minute % 2 == 0)) for minute in range(1203)]
    journal.take_in(those)
    assert [whole.entry.id for whole in journal.wholes()] == [whole.entry.id for whole in those]
    assert [*journal.wholes(Wanted(text="tight"))] == those
    assert [*journal.wholes(Wanted(brought=True))] == those[::2]


@pytest.mark.parametrize("name", ["all.json", "all.csv", "ALL.JSON"])
def test_an_exported_file_is_the_owners_alone_and_stands_by_itself(journal, tmp_path, name):
    folder = tmp_path / "taken"
    folder.mkdir()
    journal.add(said())
    taken_along(journal, folder / name)
    assert [path.name for path in folder.iterdir()] == [name]
    assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["all.json", "all.csv"])
def test_cancelled_or_failed_an_export_leaves_what_was_there(journal, tmp_path, told, name):
    folder = tmp_path / "taken"
    folder.mkdir()
    (folder / name).write_text("dear")
    for minute in range(3):
        journal.add(said(minute=minute))
    assert not export(journal, folder / name, lambda part: part < 0.5, wording=WORDING, replace=True)
    assert told(lambda: export(journal, folder / name, wording=WORDING)) == "file-is-there"
    assert told(lambda: export(journal, folder / "all.txt", wording=WORDING)) == "export-kind"
    assert told(lambda: export(journal, tmp_path / "nowhere" / name, wording=WORDING)) == "not-written"
    assert contents(folder) == {name: b"dear"}


def test_a_journal_that_is_not_there_is_exported_as_an_empty_one_and_not_made(journal, home, tmp_path):
    assert json.loads(taken_along(journal, tmp_path / "none.json"))["entries"] == []
    assert not home.exists()


def test_what_was_forgotten_here_and_is_taken_in_again_is_no_longer_to_be_forgotten(journal, tmp_path):
    entry = said()
    journal.add(entry)
    taken_along(journal, tmp_path / "all.json")
    journal.delete(entry.id)
    assert journal.forgotten() == (entry.id,)
    import_journal(journal, tmp_path / "all.json")
    assert (journal.forgotten(), journal.list()) == ((), (entry,))


def test_a_moment_of_editing_before_the_entry_itself_is_merged_too():
    before = Earlier(until=datetime(1969, 1, 1, tzinfo=UTC), report=Report(line="b"))
    here, there = whole_of("a"), Whole(entry=whole_of("c").entry, earlier=(before,))
    assert {each.report.line for each in merged(here, there).earlier} | {merged(here, there).entry.report.line} == {
        "a", "b", "c",
    }  # fmt: skip
