"""The way to every page of the window, with something said where things are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from person import until
from PySide6.QtCore import QUrl
from secret import PASSPHRASE, lock_journal

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.body.words import WORDS
from grounding.journal.entry import new_entry
from grounding.journal.keyring.locking import is_locked
from grounding.journal.repair.mending import Mended
from grounding.journal.when import in_local_time

UNSEEN = "Something only I know"
LINE = "Afraid that stopping makes me useless, and that nobody would come and look for me then."


def kept_entry(days=0):
    """An entry kept so many days ago."""
    chest = Sensation(
        region=Region.CHEST,
        words=("tight", "dull-ache"),
        strength=7,
        note="as if held",
        after=After(change=Change.SOFTER),
    )
    hands = Sensation(region=Region.HANDS, words=("restless", "like bees"), strength=5)
    report = Report(underneath="not enough", sensations=(hands, chest), line=LINE)
    return new_entry("slow-down", report, in_local_time(datetime.now() - timedelta(days=days)))


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
    for days in range(3):
        person.journal.add(kept_entry(days))
    journal_empty(person)


def journal_many_words(person):
    """Every filter in turn shows its choices; the words are the longest of them."""
    journal(person)
    person.journal.add(new_entry("", Report(sensations=tuple(every_word()))))
    person.press("push button", "Word: Any word")
    person.settle()


def every_word():
    """Each place with a few of the words that are offered, and an own one."""
    for number, region in enumerate(Region):
        words = [word.id for word in WORDS[8 * number : 8 * number + 6]]
        yield Sensation(region=region, words=(*words, f"word of my own {number}"))


def journal_days(person):
    journal(person)
    person.press("push button", "Time: Any time")
    person.press("radio button", "Time: Chosen days")
    person.settle()


def journal_places(person):
    journal(person)
    person.press("push button", "Place: Any place")


def journal_nothing_fits(person):
    journal(person)
    person.looking_back.seeking.chooseRegion("feet")
    person.settle()


def journal_place(person):
    journal(person)
    person.looking_back.seeking.chooseRegion("chest")
    person.settle()
    over_time(person)


def journal_body(person):
    journal(person)
    over_time(person)


def over_time(person):
    """In a small window that stands in the entries' stead."""
    for said in person.every("push button", "Over time"):
        person.act(said)


def journal_deleted(person):
    journal(person)
    gone = person.looking_back.entries.rows[0]
    person.diary.delete(gone.id)
    until(lambda: gone not in person.looking_back.entries.rows, "the end of it")
    person.settle()
    person.window.grabWindow()  # a list lays itself out as it is drawn


def journal_opened(person):
    journal(person)
    (newest, *_) = person.looking_back.entries.rows
    person.journal.edit(replace(newest, report=replace(newest.report, line=LINE.replace("Afraid", "Still afraid"))))
    person.looking_back.opened.open(newest.id)
    person.settle()


def journal_earlier(person):
    journal_opened(person)
    person.press("push button", "Earlier wordings")


def journal_rewording(person):
    journal_opened(person)
    person.press("push button", "Edit")
    person.settle()


def journal_rewording_waits(person):
    journal_rewording(person)
    person.looking_back.reworded.typeLine("In other words")
    person.press("push button", "Go on later")
    person.looking_back.opened.shut()
    person.settle()


def journal_rewording_let_go(person):
    journal_rewording(person)
    person.looking_back.reworded.typeLine("In other words")
    person.press("push button", "Leave as it was")
    person.looking_back.opened.shut()
    person.settle()


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


def write(person):
    person.flow.show("home")
    person.flow.writeNow()


def write_much(person):
    """Hands at 9, with a word and a line."""
    write(person)
    person.press("check box", "Hands")
    person.press("check box", "Hands: restless")
    person.answers.setStrength("hands", 9, False)
    person.answers.typeLine(LINE)


def export(person):
    person.journal.add(kept_entry())
    person.flow.show("export")
    person.settle()


def export_csv(person):
    export(person)
    person.press("radio button", "CSV")


def export_refused(person):
    export(person)
    person.exporting.typeWhere("/nowhere/at/all/a.json")
    person.press("push button", "Export")
    until(lambda: person.exporting.said, "the sentence")


def import_refused(person):
    export(person)
    person.importing.take(QUrl.fromLocalFile("/nowhere/at/all/a.json"))
    until(lambda: person.importing.said, "the sentence")


def print_page(person):
    """Two entries, one of them marked for a session."""
    marked = kept_entry()
    other = new_entry("stay", Report(line="We stayed."))
    for entry in (marked, other):
        person.journal.add(entry)
    person.journal.bring(marked.id, True)
    person.flow.show("print")
    until(lambda: person.printing.lines and person.outward._looked, "the page")


def print_struck(person):
    print_page(person)
    lines = len(person.printing.lines)
    person.printing.strike(person.printing.lines[-1]["key"])
    until(lambda: len(person.printing.lines) < lines, "the page without it")


def print_aloud(person):
    print_page(person)
    person.press("check box", "I would rather say it aloud")
    until(lambda: not person.printing.lines, "the page")


def print_long(person):
    for number in range(30):
        entry = new_entry("stay", Report(line=f"We stayed, and that was all: {number}.", underneath="long " * 100))
        person.journal.add(entry)
        person.journal.bring(entry.id, True)
    person.flow.show("print")
    until(lambda: person.printing.tooLong, "the page")


def print_nothing(person):
    person.flow.show("print")
    until(lambda: person.printing._read, "what there is")


def settings_retention(person):
    person.flow.show("settings")
    person.press("radio button", "1 year")


def passphrase_about(person):
    person.locksmith.begin("set")
    person.flow.show("passphrase")


def passphrase_new(person):
    passphrase_about(person)
    person.locksmith.understood()


def passphrase_differs(person):
    passphrase_new(person)
    person.write("New passphrase", PASSPHRASE)
    person.press("push button", "Go on")
    until(lambda: person.locksmith.strength, "the words")


def passphrase_shown(person):
    passphrase_new(person)
    person.locksmith.offer(PASSPHRASE, PASSPHRASE)
    person.press("push button", "Copy")


def passphrase_back(person):
    passphrase_new(person)
    person.locksmith.offer(PASSPHRASE, PASSPHRASE)
    person.locksmith.written()
    person.locksmith.giveBack("")
    until(lambda: person.locksmith.said, "the sentence")


def locked(person):
    person.settle()
    if not is_locked(person.home / "journal"):
        person.journal.close()
        lock_journal(person.home)
    person.lock.look()
    until(lambda: person.lock.state == "locked", "the lock")
    person.flow.show("journal")


def locked_still(person):
    locked(person)
    person.lock.unlock("")
    until(lambda: person.lock.said, "the sentence")


def locked_by_code(person):
    locked(person)
    person.press("push button", "Use the recovery code")


def settings_locked(person):
    locked(person)
    person.flow.show("settings")


def passphrase_old(person):
    locked(person)
    person.locksmith.begin("remove")
    person.flow.show("passphrase")
    person.locksmith.prove("")
    until(lambda: person.locksmith.said, "the sentence")


def passphrase_done(person):
    person.locksmith.leave()
    person.flow.show("passphrase")
    person.locksmith.begin("set")
    person.locksmith._step = 4
    person.locksmith.changed.emit()


def settings_backups(person):
    person.journal.add(kept_entry())
    person.flow.show("settings")
    person.press("push button", "Make one now")
    until(lambda: person.backups.done and not person.backups.working, "the backup")


def restore(person):
    settings_backups(person)
    person.flow.show("restore")
    person.settle()


def restore_chosen(person):
    restore(person)
    person.backups.choose("/nowhere/at/all/journal.backup")
    person.press("push button", "Go back to this one")
    until(lambda: person.backups.said, "the sentence")


def restored(person):
    restore(person)
    person.backups.choose(person.backups.rows[0]["key"])
    person.press("push button", "Go back to this one")
    until(lambda: person.backups.done and not person.backups.working, "the journal of then")


def mend(person):
    settings_backups(person)
    person.mending.renewed()
    person.mending.meet(Failure("journal-damaged"))
    person.flow.show("journal")
    person.settle()


def restored_free(person):
    restored(person)
    person.backups._opens = "free"
    person.backups.changed.emit()


def restore_asks(person):
    restore(person)
    person.backups.choose(person.backups.rows[0]["key"])
    person.backups._asks, person.backups._said = True, Wording().sentence(Failure("backup-passphrase-other"))
    person.backups.changed.emit()


def mend_gone(person):
    settings_backups(person)
    person.mending.renewed()
    person.mending.meet(Failure("journal-gone"))
    person.flow.show("journal")
    person.settle()


def mend_asks(person):
    mend(person)
    person.mending._asks, person.mending._said = True, Wording().sentence(Failure("backup-locked"))
    person.mending.changed.emit()


def mend_nothing(person):
    mend(person)
    person.mending._hopeless = True
    person.mending._said = Wording().sentence(Failure("nothing-saved", path=person.home / "journal" / "journal.db"))
    person.mending.changed.emit()


def mended(person):
    mend(person)
    person.press("push button", "Bring back what can be read")
    until(lambda: person.mending.done, "the mended journal")


def mended_lost(person):
    mended(person)
    person.mending._made = Mended(keys=person.journal.keys(), from_file=True, from_backup=True, lost=True)
    person.mending.changed.emit()


def begun_anew(person):
    mend(person)
    person.mending._hopeless = True
    person.mending.changed.emit()
    person.press("push button", "Begin a new journal")
    until(lambda: person.mending.done, "the new journal")


EVERY = {
    page.__name__: page
    for page in (
        welcome, home, home_wide_open, home_waiting, settings, settings_erase,
        safety, hold, breathe, holding, arrive, name, name_open, check_in_empty, check_in, check_in_more,
        check_in_medical, less, scan, scan_chest, stay, again, again_more, less_again, close, room,
        save, save_refused, settings_tuning, voices, write, write_much,
        export, export_csv, export_refused, import_refused, settings_retention,
        journal_empty, journal, journal_many_words, journal_days, journal_places, journal_nothing_fits, journal_place,
        journal_body, journal_deleted, journal_opened, journal_earlier, journal_rewording, journal_rewording_waits,
        journal_rewording_let_go,
        print_nothing, print_page, print_struck, print_aloud, print_long,
        settings_backups, restore, restore_chosen, restore_asks, restored, restored_free,
        mend, mend_gone, mend_asks, mend_nothing, mended, mended_lost, begun_anew,
        passphrase_about, passphrase_new, passphrase_differs, passphrase_shown, passphrase_back, passphrase_done,
        locked, locked_still, locked_by_code, settings_locked, passphrase_old,
    )
}  # fmt: skip
