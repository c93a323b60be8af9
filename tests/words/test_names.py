"""Every id has a name, and every name an id."""

from __future__ import annotations

import tomllib

import pytest

from grounding.base.assets import assets
from grounding.base.wording import Wording
from grounding.body.often import Often
from grounding.body.region import Region
from grounding.body.sensation import Change, Noticed
from grounding.body.words import WORDS
from grounding.breath.patterns import PATTERNS
from grounding.breath.segment import Phase
from grounding.journal.along.spreadsheet import COLUMNS
from grounding.journal.keyring.strength import Strength
from grounding.practice.practice import Kind

IDS = {
    "regions": {region.value for region in Region},
    "words": {word.id for word in WORDS},
    "patterns": set(PATTERNS),
    "kinds": {kind.value for kind in Kind},
    "changes": {change.value for change in Change},
    "noticed": {noticed.value for noticed in Noticed} - {Noticed.PLACES.value},
    "phases": {phase.value for phase in Phase},
    "often": {often.value for often in Often},
    "telling": {"then", "moved-to", "no-word"},
    "guessing": {each.value for each in Strength},
    "columns": set(COLUMNS),
}
NAMES = tomllib.loads((assets() / "words" / "words.en.toml").read_text(encoding="utf-8"))


def test_every_kind_of_id_has_its_table() -> None:
    assert set(NAMES) == set(IDS)


@pytest.mark.parametrize("kind", sorted(IDS))
def test_every_id_has_a_name_and_every_name_an_id(kind: str) -> None:
    assert set(NAMES[kind]) == IDS[kind]


@pytest.mark.parametrize("kind", sorted(IDS))
def test_names_of_one_kind_can_be_told_apart(kind: str) -> None:
    shown = [name.casefold() for name in NAMES[kind].values()]

    assert len(set(shown)) == len(shown)
    assert all(name and name == name.strip() for name in shown)


def test_another_language_names_only_ids_there_are() -> None:
    for path in (assets() / "words").glob("words.*.toml"):
        names = tomllib.loads(path.read_text(encoding="utf-8"))
        assert {key for kind, table in names.items() for key in set(table) - IDS[kind]} == set()


def test_names_are_those_that_the_screens_say() -> None:
    wording = Wording("en")

    assert wording.name("patterns", "own-pace") == "My own breath"
    assert wording.name("regions", "somewhere-else") == "Somewhere else"
    assert [wording.name("changes", change) for change in Change] == [
        "the same",
        "softer",
        "stronger",
        "moved",
        "gone",
        "can't tell",
    ]
    assert wording.name("noticed", "rather-not") == "Rather not say"
    assert wording.name("words", "dull-ache") == "dull ache"


def test_an_own_word_is_its_own_name() -> None:
    assert Wording("en").name("words", "like a {small} stone") == "like a {small} stone"


def test_the_first_line_tells_a_translator_what_to_do() -> None:
    first = (assets() / "words" / "words.en.toml").read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("# To add a language")
