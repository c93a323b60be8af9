"""The step that is open while a practice is written: how long it is, how one breathes in it, and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from grounding.body.region import Region
from grounding.breath.patterns import OWN_PACE, PATTERNS
from grounding.practice.editing.edits import add, bring, in_turn, set_fields, step_at
from grounding.practice.practice import CLOCKLESS, Kind, Step
from grounding.practice.reading import ANY
from grounding.window.writing.numbers import number_in, shown_number

if TYPE_CHECKING:
    from grounding.base.failure import Failure
    from grounding.base.wording import Wording
    from grounding.breath.stroke import Pattern
    from grounding.practice.editing.edits import Edit
    from grounding.practice.practice import Place
    from grounding.window.shelf.shelf_model import ShelfModel
    from grounding.window.writing.editing import Editing

QML_IMPORT_NAME = "Grounding.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ONE_BREATH_S = 7.5
_BREATHS = 10


@QmlElement
class StepEditing(QObject):
    """What stands in the open step but for its words, which are `PromptEditing`'s."""

    changed = Signal()

    def __init__(self, *, editing: Editing, shelf: ShelfModel, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing, self._shelf, self._wording = editing, shelf, wording
        self._place = ""
        editing.changed.connect(self.changed)

    # What is

    @property
    def step(self) -> Step | None:
        """The open step."""
        at = self._editing.at
        return self._editing.practice.steps[at] if at >= 0 else None

    @property
    def place(self) -> Place | None:
        """The words of the open place of a scan, if it has any of its own."""
        step = self.step
        found = (each for each in step.places if _id_of(each) == self._place) if step else iter(())
        return next(found, None)

    @Property(str, notify=changed)
    def kind(self) -> str:
        """What the open step is, or ""."""
        return self.step.kind.value if self.step else ""

    @Property(str, notify=changed)
    def hasLength(self) -> str:
        """The field of its length: "seconds", "breaths", "quiet_s", or "" where it has none now."""
        step = self.step
        if step is None:
            return ""
        if step.kind in CLOCKLESS:
            return "quiet_s"
        return "breaths" if step.breaths else "seconds" if step.seconds is not None else ""

    @Property(str, notify=changed)
    def amount(self) -> str:
        """What stands in that field."""
        step, name = self.step, str(self.hasLength)
        if step is None or not name:
            return ""
        return self._editing.unread.typed(self._where, name, shown_number(getattr(step, name)))

    @Property(str, notify=changed)
    def amountNote(self) -> str:
        """What stands beside it, or ""."""
        return self._editing.unread.said(self._where, str(self.hasLength)) if self.step else ""

    @Property(list, notify=changed)
    def lengths(self) -> list[dict[str, str]]:
        """The ways to say how long the step is, where there are several: id and name."""
        step = self.step
        if step is None or step.kind not in (Kind.BREATHE, Kind.STAY):
            return []
        pattern = self._editing.practice.pattern(step.pattern)
        breaths = step.kind is Kind.BREATHE and bool(pattern.strokes)
        by_itself = step.kind is Kind.BREATHE and pattern.breaths is not None
        open_end = self.tr("as long as this breath takes") if by_itself else self.tr("until it is left")
        ways = {
            "breaths": self.tr("so many breaths") if breaths else "",
            "seconds": self.tr("so many seconds"),
            "": open_end,
        }
        return [{"id": key, "name": name} for key, name in ways.items() if name]

    @Property(bool, notify=changed)
    def breathes(self) -> bool:
        """Whether there is a way to breathe in the step."""
        return self.step is not None and self.step.kind in (Kind.BREATHE, Kind.SCAN)

    @Property(list, notify=changed)
    def patterns(self) -> list[dict[str, Any]]:
        """The ways to breathe: id, name, and whether the breath is held."""
        known = self._known()
        return [
            {"id": each.id, "name": each.name or self._wording.name("patterns", each.id), "holds": each.holds}
            for each in known.values()
        ]

    @Property(str, notify=changed)
    def pattern(self) -> str:
        """The way to breathe in it; where it names none, the one that holds then."""
        step = self.step
        return (step.pattern or ("gentle" if step.kind is Kind.BREATHE else "")) if step else ""

    @Property(str, notify=changed)
    def patternName(self) -> str:
        known = self._known().get(str(self.pattern))
        if known is None:
            return self.tr("as before it")
        return known.name or self._wording.name("patterns", known.id)

    def _known(self) -> dict[str, Pattern]:
        brought = self._editing.practice.patterns if self.step else ()
        return PATTERNS | {each.id: each for each in (*self._shelf.own_patterns, *brought)}

    @property
    def _where(self) -> tuple[tuple[str, int], ...]:
        return step_at(self._editing.at)

    # Its length and its breath

    @Slot(str)
    def typeAmount(self, text: str) -> None:
        """Write what is typed as the length."""
        name = str(self.hasLength)
        if self.step is not None and name:
            self.type_number(self._where, name, text)
            self._editing.changed.emit()

    def type_number(self, where: tuple[tuple[str, int], ...], name: str, text: str, *, may_go: bool = False) -> None:
        """Write a number that is typed; where that cannot be, the file keeps the one before."""
        number = number_in(text)
        said = ""
        if number is None and not (may_go and not text.strip()):
            said = self.tr("A number; until there is one, what was here before stays.")
        else:
            failure = self._editing.edit(set_fields(where, **{name: number}), typing=(where, name))
            said = self._why(failure) if failure else ""
        self._editing.unread.note(where, name, text, said)

    def _why(self, failure: Failure) -> str:
        facts = failure.facts
        match failure.code:
            case "practice-quiet-too-long":
                said = self.tr("Together, the quiet after the words can be up to {seconds} s here.")
                return said.format(seconds=facts["seconds"])
            case "practice-wants-seconds" | "practice-wants-whole-number":
                return self.tr("From {least} to {most}.").format(least=facts["least"], most=facts["most"])
        return self._wording.sentence(failure)

    @Slot(str)
    def chooseLength(self, way: str) -> None:
        """Choose how the length of the step is said."""
        step = self.step
        if step is None or way == str(self.hasLength):
            return
        length = step.seconds or (step.breaths or _BREATHS) * self._breath_s(step)
        breaths = max(1, round(length / self._breath_s(step))) if way == "breaths" else None
        self._make(set_fields(self._where, breaths=breaths, seconds=round(length) if way == "seconds" else None))

    @Slot(str)
    def choosePattern(self, key: str) -> None:
        """Choose how to breathe; a breath of one's own comes into the practice's file."""
        step, known = self.step, self._known()
        if step is None or key == str(self.pattern) or key not in known:
            return
        edits: list[Edit] = []
        if key not in PATTERNS and all(each.id != key for each in self._editing.practice.patterns):
            edits.append(bring(known[key]))
        if key == OWN_PACE.id and step.breaths:
            edits.append(set_fields(self._where, breaths=None, seconds=round(step.breaths * self._breath_s(step))))
        self._make(in_turn(*edits, set_fields(self._where, pattern=key)))

    def _breath_s(self, step: Step) -> float:
        return self._editing.practice.pattern(step.pattern).seconds or _ONE_BREATH_S

    def _make(self, edit: Edit) -> None:
        """Make an edit, or say why it cannot be."""
        self._editing.unread.drop(self._where)
        failure = self._editing.edit(edit)
        if failure is not None:
            self._editing.say(self._why(failure))

    # Its places

    @Property(bool, notify=changed)
    def namedFirst(self) -> bool:
        """Whether the places just named at a check-in come instead."""
        return self.step is not None and self.step.named_first

    @Property(list, notify=changed)
    def places(self) -> list[dict[str, Any]]:
        """Every place: those of the walk in its order, the others, and what is said where a place has no words."""
        step = self.step
        if step is None or step.kind is not Kind.SCAN:
            return []
        said = {_id_of(each): each.prompts[0].text for each in step.places}
        order = [*step.regions, *(each for each in Region if each not in step.regions)]
        rows = [
            {"id": each.value, "name": self._wording.name("regions", each.value), "ticked": each in step.regions}
            for each in order
        ]
        rows.append({"id": ANY, "name": self.tr("Any place without words of its own"), "ticked": False})
        return [{**row, "words": said.get(str(row["id"]), "")} for row in rows]

    @Property(str, notify=changed)
    def openPlace(self) -> str:
        """The id of the place whose words are shown, or ""."""
        return self._place if self.step is not None and self.step.kind is Kind.SCAN else ""

    @Property(bool, notify=changed)
    def mayKeepSilent(self) -> bool:
        """Whether the words of the open place may go: another place has some."""
        return self.place is not None and self.step is not None and len(self.step.places) > 1

    @Slot(str)
    def togglePlace(self, place: str) -> None:
        """Show the words of a place, or hide them."""
        self._place = "" if place == self._place else place
        self._editing.changed.emit()

    @Slot(bool)
    def nameFirst(self, on: bool) -> None:
        """Let the places just named come instead, or not."""
        self._make(set_fields(self._where, named_first=True if on else None))

    @Slot(str, bool)
    def tick(self, place: str, on: bool) -> None:
        """Let a place be one of the walk, or not."""
        if self.step is None:
            return
        regions = [each.value for each in self.step.regions if each.value != place]
        failure = self._editing.edit(set_fields(self._where, regions=[*regions, place] if on else regions))
        if failure is not None:
            self._editing.say(self.tr("One place at least stays, or those just named."))

    @Slot(str, int, result=bool)
    def movePlace(self, place: str, by: int) -> bool:
        """Let a place of the walk come earlier or later; return whether it has moved."""
        regions = [each.value for each in self.step.regions] if self.step else []
        if place not in regions or not 0 <= regions.index(place) + by < len(regions):
            return False
        at = regions.index(place)
        regions.insert(at + by, regions.pop(at))
        if not self._editing.edit_or_say(set_fields(self._where, regions=regions)):
            return False
        name = self._wording.name("regions", place)
        self._editing.told.emit(self.tr("{place} is now place {number}.").format(place=name, number=at + by + 1))
        return True

    @Slot()
    def giveWords(self) -> None:
        """Give the open place words of its own, to begin with those of any place."""
        step = self.step
        if step is None or self.place is not None or not self.openPlace:
            return
        any_place = next((each for each in step.places if each.region is None), step.places[0])
        words = [{"text": any_place.prompts[0].text}]
        at = len(step.places)
        self._make(add((*self._where, ("place", at)), {"region": str(self.openPlace), "prompt": words}))

    @Slot()
    def dropWords(self) -> None:
        """Let the open place have the words of any place."""
        if self.step is not None and self.place is not None:
            where = (*self._where, ("place", self.step.places.index(self.place)))
            if self._editing.removed(where):
                self._editing.told.emit(self.tr("The words are gone; undo brings them back."))


def _id_of(place: Place) -> str:
    return ANY if place.region is None else place.region.value
