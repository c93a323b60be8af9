"""`grounding journal`: what is said comes back, and an id is printed only for what is safe."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import new_entry
from grounding.journal.journal import Journal


def test_a_sensation_is_kept_and_listed_as_it_was_said(answer, plain, home):
    said = ("--region", "chest", "--word", "tight", "--word", "my own", "--strength", 6, "--note", "a\nb — ü 胸 🫀")
    key = answer("journal", "add", *said)
    assert UUID(key.removesuffix("\n")).version == 7
    (entry,) = plain("journal", "list")
    at = datetime.fromisoformat(entry.pop("at"))
    assert abs(at - datetime.now().astimezone()) < timedelta(minutes=1)
    assert entry == {
        "id": key.strip(),
        "practice": "",
        "sensations": [
            {"region": "chest", "words": ["tight", "my own"], "strength": 6, "note": "a\nb — ü 胸 🫀", "after": None}
        ],
    }
    assert home.stat().st_mode & 0o777 == 0o700


def test_what_was_not_said_stays_unsaid(answer, plain):
    answer("journal", "add", "--region", "somewhere-else")
    (entry,) = plain("journal", "list")
    assert entry["sensations"] == [
        {"region": "somewhere-else", "words": [], "strength": None, "note": "", "after": None}
    ]


def test_a_word_that_is_offered_may_be_given_by_its_name(answer, plain):
    answer("journal", "add", "--region", "eyes", "--word", "Dull ache", "--word", "dull-ache", "--word", " ")
    assert plain("journal", "list")[0]["sensations"][0]["words"] == ["dull-ache", "dull-ache"]


def test_a_moment_is_local_unless_it_says_where(answer, plain):
    zone = {"TZ": "Asia/Kathmandu"}
    answer("journal", "add", "--region", "feet", "--at", "2026-03-01T10:00", env=zone)
    answer("journal", "add", "--region", "feet", "--at", "2026-03-01T10:00:00.5-03:30", env=zone)
    answer("journal", "add", "--region", "feet", "--at", "2026-03-01T00:00Z", env=zone)
    assert [entry["at"] for entry in plain("journal", "list")] == [
        "2026-03-01T10:00:00.500000-03:30",
        "2026-03-01T10:00:00+05:45",
        "2026-03-01T00:00:00+00:00",
    ]


def test_entries_are_told_in_the_persons_words(answer, home):
    after = After(change=Change.SOFTER)
    chest = Sensation(region=Region.CHEST, words=("tight", "dull-ache"), after=after, note="behind\nthe \x1b[31mribs")
    hands = Sensation(region=Region.HANDS, words=("restless",), strength=5)
    journal = Journal(home / "journal")
    journal.add(new_entry("slow-down", Report(sensations=(chest, hands), underneath="Afraid.", line="Stopping.")))
    journal.close()
    lines = answer("journal", "list").splitlines()
    assert lines[:3] == ["“Stopping.”", "  Chest tight, dull ache, then softer", "  Hands restless (5)"]
    assert " · A slower few minutes · " in lines[3]
    key = lines[3].split(" · ")[-1]
    shown = answer("journal", "show", key[:13]).splitlines()
    assert shown[3:6] == ["    Afraid.", "    Chest: behind", "    the  [31mribs"]


def test_entries_are_found_by_their_words(answer, plain):
    answer("journal", "add", "--region", "chest", "--note", "Ängstlich")
    answer("journal", "add", "--region", "hands", "--word", "dull ache")
    assert [len(plain("journal", "list", "--search", text)) for text in ("angst", "ache", "a", "x")] == [1, 1, 2, 0]


def test_an_entry_is_deleted_by_the_beginning_of_its_id(answer, plain, refused):
    keys = [answer("journal", "add", "--region", "feet").strip() for _ in range(2)]
    assert "More than one entry" in refused("journal", "delete", keys[0][:2])
    assert answer("journal", "delete", keys[0]) == f"{keys[0]}\n"
    assert [entry["id"] for entry in plain("journal", "list")] == [keys[1]]
    assert "no such entry" in refused("journal", "delete", keys[0])
    assert "no such entry" in refused("journal", "show", "x")
    assert "no such entry" in refused("journal", "show", "\udcff")


def test_looking_at_a_journal_that_is_not_there_makes_none(answer, plain, refused, home):
    assert plain("journal", "list") == []
    assert answer("journal", "list") == ""
    assert answer("journal", "check") == "The journal is sound.\n"
    assert refused("journal", "show", "a")
    assert not home.exists()


def test_a_damaged_journal_is_told_in_one_line_without_a_word_of_it(answer, refused, home):
    answer("journal", "add", "--region", "feet", "--note", "sentinel")
    file = home / "journal" / "journal.db"
    data = file.read_bytes()
    file.write_bytes(data[:-3000])
    assert "damaged" in refused("journal", "check")
    assert "damaged" in refused("journal", "add", "--region", "feet", "--note", "sentinel")
    file.write_bytes(data)
    for name in ("keys.json", "keys.json.bak"):
        (home / "journal" / name).unlink()
    assert "keys.json" in refused("journal", "list")


def test_a_home_that_cannot_be_made_is_told(refused, home):
    home.write_text("")
    assert "Nothing can be kept in" in refused("journal", "add", "--region", "feet")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--region", "knee"], "'hands', 'eyes', 'chest', 'jaw', 'throat', 'shoulders', 'belly'"),
        ([], "--region"),
        (["--region", "feet", "--strength", "11"], "0, 1, 2"),
        (["--region", "feet", "--strength", "-1"], "0, 1, 2"),
        (["--region", "feet", "--strength", "4.5"], "invalid int"),
        (["--region", "feet", "--region", "eyes"], "can be given once"),
        (["--region", "feet", "--note", "a", "--note", "b"], "can be given once"),
        (["--region", "feet", "--at", "yesterday"], "2026-11-22T21:10"),
        (["--region", "feet", "--at", "0001-01-01T00:00+23:59"], "2026-11-22T21:10"),
        (["--reg", "feet"], "--region"),
        (["--region", "feet", "more"], "more"),
    ],
)
def test_wrong_usage_is_told_with_what_is_allowed_and_keeps_nothing(misused, home, arguments, said):
    assert said in misused("journal", "add", *arguments)
    assert not home.exists()


def test_half_a_character_is_kept_and_told_without_a_complaint(answer, plain):
    answer("journal", "add", "--region", "feet", "--note", "a\udcffb", "--word", "\udcfe")
    (entry,) = plain("journal", "list")
    assert (entry["sensations"][0]["note"], entry["sensations"][0]["words"]) == ("a\udcffb", ["\udcfe"])
    assert "\\udcfe" in answer("journal", "list")


def test_every_id_that_was_printed_is_in_the_journal_though_the_command_was_killed(home, plain):
    printed = []
    for nth in range(6):
        command = [sys.executable, "-m", "grounding", "--home", home, "journal", "add", "--region", "feet"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            if nth % 2:
                printed.append(process.stdout.readline().strip())
            process.kill()
    assert set(printed) <= {entry["id"] for entry in plain("journal", "list")}
    assert all(printed)
