"""Reading a practice file: `practice.toml`, or any TOML file of a person's own.

    format = 1
    id = "slow-down"                # small letters, digits, hyphens
    title = "A slower few minutes"
    summary = "Arrive, breathe, notice."
    language = "en"                 # of the words in this file

    [[step]]                        # the steps in order; which fields each kind has is below in FIELDS
    kind = "scan"
    seconds = 50                    # each place; where a breathe or stay step has none, it goes on until it is left
    regions = ["hands", "eyes"]
    named_first = true              # the places just named at a check-in come instead
    [[step.place]]
    region = "hands"                # or "any": what is said where a place has no words of its own
    [[step.place.prompt]]
    text = "You might notice your hands, or not."
    quiet_s = 20                    # until the next prompt; where absent, an even share of what is left
    clip = "hands.flac"             # somebody saying it, in the folder of clips (see `clips_of`); may be absent

    [[pattern]]                     # breaths of one's own, which any step of this file may name; there may be none
    id = "after-a-walk"
    name = "After a walk"
    strokes = [{ to = 1, seconds = 3.5 }, { to = 1, seconds = 1 }, { to = 0, seconds = 5 }]

Words in another language have their place beside it, in `words.<lang>.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grounding.body.region import Region
from grounding.breath.patterns import PATTERNS
from grounding.practice.fields import Table
from grounding.practice.pattern_reading import patterns_of
from grounding.practice.practice import CLOCKLESS, Kind, Place, Practice, Prompt, Step, pattern_among
from grounding.practice.source import STEPS, read_toml, shown

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.breath.stroke import Pattern

FORMAT = 1
NAME = "practice.toml"
CLIPS = (".flac", ".wav", ".ogg")
"""What the name of a clip ends in; the program itself writes the first."""
HEAD = ("format", "id", "title", "summary", "language", "step", "pattern")
FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.ARRIVE: ("kind", "seconds", "prompt"),
    Kind.BREATHE: ("kind", "seconds", "breaths", "pattern", "prompt"),
    Kind.NAME: ("kind", "quiet_s", "prompt"),
    Kind.CHECK_IN: ("kind", "quiet_s", "prompt"),
    Kind.SCAN: ("kind", "seconds", "regions", "named_first", "pattern", "place"),
    Kind.STAY: ("kind", "seconds", "prompt"),
    Kind.ORIENT: ("kind", "seconds", "prompt"),
    Kind.CLOSE: ("kind", "quiet_s", "prompt"),
}
ANY = "any"
SECONDS = 7200
"""Two hours for one step, or for one place."""
BREATHS = 1000
PROMPTS = 50
TITLE_CHARACTERS = 80
TEXT_CHARACTERS = 240
_TIMED = frozenset({Kind.ARRIVE, Kind.SCAN, Kind.ORIENT})


def read_practice(path: Path) -> Practice:
    """Return the practice in a file, which is hostile until read.

    Raises:
        Failure: with the file, the step and the field that cannot be as it is, and what is allowed there.
    """
    return practice_in(read_toml(path), path)


def practice_in(tables: dict[str, Any], path: Path) -> Practice:
    """Return the practice in the tables of a file.

    Raises:
        Failure: as `read_practice`.
    """
    top = Table(tables, file=shown(path))
    top.written_in(FORMAT)
    top.only(HEAD)
    patterns = patterns_of(top)
    return Practice(
        id=top.id("id"),
        title=top.text("title", most=TITLE_CHARACTERS),
        summary=top.text("summary", most=TEXT_CHARACTERS),
        language=top.language("language", default="en"),
        steps=tuple(_step(table, patterns) for table in top.tables("step", least=1, most=STEPS)),
        patterns=patterns,
        file=str(path),
        clips=str(clips_of(path)),
    )


def clips_of(path: Path) -> Path:
    """Return the folder of a practice file's clips: the one it lies in, or for `name.toml` `name.clips` beside it."""
    return path.parent if path.name == NAME else path.with_name(f"{path.stem}.clips")


def _step(table: Table, own: tuple[Pattern, ...]) -> Step:
    kind = Kind(table.one_of("kind", [each.value for each in Kind]))
    table = table.called(kind.value)
    table.only(FIELDS[kind])
    named_first = table.yes("named_first")
    step = Step(
        kind=kind,
        seconds=table.seconds("seconds", least=1, most=SECONDS) if kind in _TIMED or table.has("seconds") else None,
        quiet_s=table.seconds("quiet_s", least=0, most=SECONDS) if table.has("quiet_s") else 0.0,
        breaths=table.whole("breaths", least=1, most=BREATHS) if table.has("breaths") else None,
        pattern=_pattern(table, own),
        regions=_regions(table, least=0 if named_first or kind is not Kind.SCAN else 1),
        named_first=named_first,
        places=_places(table) if kind is Kind.SCAN else (),
        prompts=_prompts(table, least=0),
    )
    _check_length(table, step, own)
    return step


def _pattern(table: Table, own: tuple[Pattern, ...]) -> str | None:
    if not table.has("pattern"):
        return None
    paced = [each.id for each in (*PATTERNS.values(), *own) if each.strokes or not table.has("breaths")]
    return table.one_of("pattern", paced)


def _regions(table: Table, *, least: int) -> tuple[Region, ...]:
    return tuple(Region(each) for each in table.some_of("regions", [each.value for each in Region], least=least))


def _places(table: Table) -> tuple[Place, ...]:
    """Return the words of a scan; each place has words at most once."""
    left = [*(each.value for each in Region), ANY]
    places = []
    for each in table.tables("place", least=1, most=len(left)):
        each.only(("region", "prompt"))
        named = each.one_of("region", left)
        left.remove(named)
        place = each.called(named)
        prompts = _prompts(place, least=1)
        _check_quiet(place, prompts, table.seconds("seconds", least=1, most=SECONDS))
        places.append(Place(region=None if named == ANY else Region(named), prompts=prompts))
    return tuple(places)


def _prompts(table: Table, *, least: int) -> tuple[Prompt, ...]:
    return tuple(_prompt(each) for each in table.tables("prompt", least=least, most=PROMPTS))


def _prompt(table: Table) -> Prompt:
    table.only(("text", "quiet_s", "clip"))
    return Prompt(
        text=table.text("text", most=TEXT_CHARACTERS),
        quiet_s=table.seconds("quiet_s", least=0, most=SECONDS) if table.has("quiet_s") else None,
        clip=table.file_name("clip", endings=CLIPS) if table.has("clip") else None,
    )


def _check_length(table: Table, step: Step, own: tuple[Pattern, ...]) -> None:
    if step.kind is Kind.BREATHE and step.breaths and step.seconds is not None:
        table.refuse("practice-wants-one-length", "seconds")
    _check_quiet(table, step.prompts, _length_s(step, own))


def _length_s(step: Step, own: tuple[Pattern, ...]) -> float | None:
    """Return how long a step is laid out, or None where it goes on until it is left."""
    if step.kind in CLOCKLESS:
        return step.quiet_s
    pattern = pattern_among(own, step.pattern)
    breaths = step.breaths or (pattern.breaths if step.kind is Kind.BREATHE else None)
    return breaths * pattern.seconds if breaths else step.seconds


def _check_quiet(table: Table, prompts: tuple[Prompt, ...], length_s: float | None) -> None:
    quiet_s = sum(prompt.quiet_s or 0.0 for prompt in prompts)
    if length_s is not None and quiet_s > length_s:
        table.refuse("practice-quiet-too-long", "prompt", quiet_s=f"{quiet_s:g}", seconds=f"{length_s:g}")
