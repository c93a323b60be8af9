from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING

import pytest

from grounding.base.assets import assets
from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.practice.practice import Kind
from grounding.practice.shelf import OWN_MOST, Shelf, Shelved
from grounding.sitting.score import lay_out

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = assets() / "practices"
SHOWN = ["slow-down", "scan-3", "scan-7", "scan-15", "breathe", "one-sigh", "hands", "stay", "room"]


def shelf(own: Path) -> Shelf:
    return Shelf(shipped=SHIPPED, own=own)


def own(folder: Path, name: str, practice_id: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'format = 1\nid = "{practice_id}"\ntitle = "Mine"\nsummary = "Mine."\n[[step]]\nkind = "stay"\n',
        encoding="utf-8",
    )
    return path


def ids(shelved: Shelved) -> list[str]:
    return [practice.id for practice in shelved.practices]


def sentences(shelved: Shelved) -> list[str]:
    return [Wording("en").sentence(failure) for failure in shelved.failures]


def test_shipped_practices_stand_in_their_order(tmp_path: Path) -> None:
    shelved = shelf(tmp_path / "not there").read()

    assert ids(shelved) == SHOWN
    assert shelved.failures == ()


def test_every_shipped_folder_is_in_the_order_and_holds_its_own_id() -> None:
    order = tomllib.loads((SHIPPED / "order.toml").read_text(encoding="utf-8"))["shelf"]

    assert sorted(order) == sorted(path.parent.name for path in SHIPPED.glob("*/practice.toml"))


def test_titles_can_be_told_apart(tmp_path: Path) -> None:
    titles = [practice.title for practice in shelf(tmp_path).read().practices]

    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("practice_id", "seconds"), [("scan-3", 180), ("scan-7", 420), ("scan-15", 900), ("slow-down", 441)]
)
def test_a_practice_is_as_long_as_its_title_says(tmp_path: Path, practice_id: str, seconds: float) -> None:
    assert lay_out(shelf(tmp_path).get(practice_id)).flat().seconds == pytest.approx(seconds)


def test_a_slower_few_minutes_has_the_arc_and_words_for_every_place(tmp_path: Path) -> None:
    practice = shelf(tmp_path).get("slow-down")
    scan = next(step for step in practice.steps if step.kind is Kind.SCAN)

    assert [step.kind.value for step in practice.steps] == [
        "arrive", "breathe", "name", "check-in", "scan", "stay", "check-in", "orient", "close",
    ]  # fmt: skip
    assert scan.regions == (Region.HANDS, Region.EYES, Region.CHEST)
    assert scan.named_first
    assert {place.region for place in scan.places} == {*Region, None}


def test_own_practices_come_after_as_files_and_as_folders(tmp_path: Path) -> None:
    own(tmp_path, "b.toml", "mine-b")
    own(tmp_path, "a/practice.toml", "mine-a")
    own(tmp_path, "C.TOML", "mine-c")
    own(tmp_path, ".hidden.toml", "hidden")
    (tmp_path / "notes.txt").write_text("not a practice", encoding="utf-8")
    (tmp_path / "clips").mkdir()

    shelved = shelf(tmp_path).read()

    assert shelved.failures == ()
    assert ids(shelved)[: len(SHOWN)] == SHOWN
    assert sorted(ids(shelved)[len(SHOWN) :]) == ["mine-a", "mine-b", "mine-c"]


def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    own(tmp_path, "a.toml", "mine-a")
    (tmp_path / "b.toml").write_text("format = one", encoding="utf-8")
    (tmp_path / "c.toml").mkdir()
    own(tmp_path, "d.toml", "mine-d")

    shelved = shelf(tmp_path).read()

    assert ids(shelved) == [*SHOWN, "mine-a", "mine-d"]
    assert [("b.toml" in each, "c.toml" in each) for each in sentences(shelved)] == [(True, False), (False, True)]


def test_of_two_with_one_id_the_first_stays_and_both_files_are_named(tmp_path: Path) -> None:
    own(tmp_path, "a.toml", "mine")
    own(tmp_path, "b.toml", "mine")
    own(tmp_path, "c.toml", "breathe")

    shelved = shelf(tmp_path).read()
    first, second = sentences(shelved)

    assert ids(shelved) == [*SHOWN, "mine"]
    assert str(tmp_path / "a.toml") in first
    assert str(tmp_path / "b.toml") in first
    assert str(tmp_path / "c.toml") in second
    assert str(SHIPPED / "breathe" / "practice.toml") in second
    assert next(each.title for each in shelved.practices if each.id == "breathe") == "Breathe"


def test_a_folder_that_cannot_be_read_is_told_and_the_shipped_ones_stay(tmp_path: Path) -> None:
    no_folder = tmp_path / "practices"
    no_folder.write_text("a file where a folder could be", encoding="utf-8")

    shelved = shelf(no_folder).read()

    assert ids(shelved) == SHOWN
    assert [failure.code for failure in shelved.failures] == ["shelf-unreadable"]
    assert str(no_folder) in sentences(shelved)[0]


@pytest.mark.skipif(os.name != "posix", reason="wants links")
def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "practice.toml").symlink_to("gone.toml")

    assert [failure.code for failure in shelf(tmp_path).read().failures] == ["practice-unreadable"]


@pytest.mark.skipif(os.name != "posix", reason="wants links")
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine").symlink_to("mine")

    assert [failure.code for failure in shelf(tmp_path).read().failures] == ["practice-unreadable"]


def test_a_shelf_too_full_shows_the_first_by_name(tmp_path: Path) -> None:
    for number in range(OWN_MOST + 1):
        own(tmp_path, f"{number:03}.toml", f"mine-{number:03}")

    shelved = shelf(tmp_path).read()

    assert [failure.code for failure in shelved.failures] == ["shelf-full"]
    assert len(shelved.practices) == len(SHOWN) + OWN_MOST
    assert f"mine-{OWN_MOST:03}" not in ids(shelved)


def test_one_practice_can_be_asked_for(tmp_path: Path) -> None:
    own(tmp_path, "a.toml", "mine")

    assert shelf(tmp_path).get("breathe").id == "breathe"
    assert shelf(tmp_path).get("mine").title == "Mine"


@pytest.mark.parametrize("asked", ["gone", "", "../practices/breathe", "breathe/", "\x1b[31m", "x" * 9999])
def test_one_that_is_not_there_is_told_with_those_that_are(tmp_path: Path, asked: str) -> None:
    with pytest.raises(Failure) as caught:
        shelf(tmp_path).get(asked)

    sentence = Wording("en").sentence(caught.value)
    assert caught.value.code == "no-such-practice"
    assert "slow-down, scan-3" in sentence
    assert sentence.isprintable()
    assert len(sentence) < 300


def test_a_file_is_read_once_and_again_only_when_it_has_been_written_to(tmp_path: Path) -> None:
    path = own(tmp_path, "mine.toml", "mine")
    there = shelf(tmp_path)
    first = there.read().practices
    assert all(one is other for one, other in zip(first, there.read().practices, strict=True))

    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("Mine", "Ours"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert there.read().practices[-1].title == "Ours"

    new = own(tmp_path / "elsewhere", "new.toml", "mine")
    new.write_text(new.read_text(encoding="utf-8").replace("Mine", "Hers"), encoding="utf-8")
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(path)
    assert there.read().practices[-1].title == "Hers"

    path.write_text("no practice", encoding="utf-8")
    assert len(sentences(there.read())) == 1
    path.unlink()
    assert ids(there.read()) == SHOWN
