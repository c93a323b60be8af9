"""The way to every page of the window, with something said where things are said."""

from __future__ import annotations

from person import until

from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.journal.entry import new_entry

UNSEEN = "Something only I know"
LINE = "Afraid that stopping makes me useless, and that nobody would come and look for me then."


def kept_entry():
    chest = Sensation(
        region=Region.CHEST,
        words=("tight", "dull-ache"),
        strength=7,
        note="as if held",
        after=After(change=Change.SOFTER),
    )
    hands = Sensation(region=Region.HANDS, words=("restless", "like bees"), strength=5)
    return new_entry("slow-down", Report(underneath="not enough", sensations=(hands, chest), line=LINE))


def welcome(person):
    person.flow.show("welcome")


def home(person):
    person.flow.show("home")


def home_wide_open(person):
    person.shelf.choose("breathe")
    person.flow.show("home")
    person.press("push button", "Other ways to breathe: Gentle")


def home_waiting(person):
    check_in(person)
    person.run.stop()
    person.settle()
    assert person.keeping.waiting


def journal_empty(person):
    person.flow.show("journal")
    person.settle()


def journal(person):
    for _ in range(3):
        person.journal.add(kept_entry())
    person.flow.show("journal")
    person.settle()


def journal_opened(person):
    journal(person)
    person.diary.open(person.diary.entries[0]["id"])


def settings(person):
    person.flow.show("settings")


def settings_erase(person):
    person.flow.show("settings")
    person.press("push button", "Delete everything")


def safety(person):
    person.flow.show("safety")


def hold(person):
    person.shelf.choose("breathe")
    person.shelf.choosePattern("box")
    person.flow.begin()


def breathe(person):
    person.flow.breatheNow()
    person.wait(1)


def holding(person):
    hold(person)
    person.press("push button", "Go on with the hold")
    person.wait(5)


def to_step(person, kind):
    if not person.run.running:
        person.shelf.choose("slow-down")
        person.flow.begin()
    else:
        person.run.next()
    while person.run.kind != kind:
        person.run.next()


def arrive(person):
    to_step(person, "arrive")


def name(person):
    to_step(person, "name")


def name_open(person):
    name(person)
    person.press("push button", "Say it here")


def check_in_empty(person):
    to_step(person, "check-in")


def check_in(person):
    """Chest tight at 7, hands restless at 5."""
    check_in_empty(person)
    for place, word, strength in (("chest", "tight", 7), ("hands", "restless", 5)):
        person.answers.choosePlace(place, True)
        person.answers.chooseWord(place, word, True, False)
        person.answers.setStrength(place, strength, False)


def check_in_more(person):
    check_in(person)
    for name in ("Say more", "More words"):
        for said in person.every("push button", name):
            person.act(said)


def check_in_medical(person):
    check_in(person)
    person.press("push button", "New or strong pain?")


def less(person):
    check_in(person)
    person.press("push button", "Too much")


def scan(person):
    check_in(person)
    person.less_offer.stayWithIt()


def scan_chest(person):
    scan(person)
    person.run.next()


def stay(person):
    scan(person)
    to_step(person, "stay")


def again(person):
    scan(person)
    to_step(person, "check-in")


def again_more(person):
    again(person)
    for place in ("Hands", "Chest"):
        person.press("push button", "Say more", about=place)
    person.press("radio button", "Chest: moved")


def less_again(person):
    again(person)
    person.press("push button", "Too much")


def close(person):
    again(person)
    to_step(person, "close")


def room(person):
    person.room.typeCrisis("Call Maria, or the night line.")
    person.settle()
    person.flow.backToRoom()


def save(person):
    person.flow.saveAsSound()


def save_refused(person):
    save(person)
    person.saving.typeWhere("/nowhere/at/all/a.mp3")
    person.saving.write()
    until(lambda: person.saving.said, "the sentence")


def settings_tuning(person):
    person.flow.show("settings")
    person.press("push button", "Tune by eye and ear")


def voices(person):
    person.shelf.choose("scan-3")
    person.press("push button", "Make a copy of mine")
    until(lambda: person.flow.owned, "the copy")
    person.flow.openVoices()


EVERY = {
    page.__name__: page
    for page in (
        welcome, home, home_wide_open, home_waiting, journal_empty, journal, journal_opened, settings, settings_erase,
        safety, hold, breathe, holding, arrive, name, name_open, check_in_empty, check_in, check_in_more,
        check_in_medical, less, scan, scan_chest, stay, again, again_more, less_again, close, room,
        save, save_refused, settings_tuning, voices,
    )
}  # fmt: skip
