"""The way to every page of the window, with something said where things are said."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import given_files
from person import until
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from secret import PASSPHRASE, lock_journal

from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.body.region import Region
from grounding.body.report import Report
from grounding.body.sensation import After, Change, Sensation
from grounding.body.words import WORDS
from grounding.breath.stroke import Pattern, Stroke
from grounding.journal.entry import new_entry
from grounding.journal.keyring.locking import is_locked
from grounding.journal.repair.mended import Mended
from grounding.journal.when import in_local_time
from grounding.practice.giving.wrapping import wrap
from grounding.window.one_key.one_key import ASIDE_S

NUMBERS = count()
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


def journal_unread(person):
    person.flow.show("journal")
    person.settle()
    person.looking_back.entries.forget()
    person.looking_back.diary._could_not_read(Failure("journal-newer"))
    person.flow.heard()


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


def keys(person):
    person.key(Qt.Key.Key_F1)
    until(lambda: person.every("heading", "Everywhere"), "the keys")


def safety(person):
    person.flow.show("safety")


def hold(person):
    person.shelf.choose("breathe")
    person.shelf.choosePattern("box")
    person.flow.begin()


def breathe(person):
    person.flow.breatheNow()
    person.wait(1)


def own(person):
    breathe(person)
    person.run.breatheOwn(True)
    person.wait(12)


def own_known(person):
    own(person)
    for _ in range(6):
        for filling in (True, False):
            person.pace.turn(filling)
            person.wait(2, step_s=0.5)
    person.pace.turn(True)
    person.wait(2, step_s=0.5)


def led(person):
    own_known(person)
    person.pace.slower()
    person.wait(3, step_s=0.5)


def one_key(person):
    """The breath is followed, and a long hold lets somebody choose."""
    person.preferences.set(one_key=True)
    own_known(person)
    QTest.keyPress(person.window, Qt.Key.Key_Space)
    person.wait(8.1)
    person.one_key.look()
    QTest.keyRelease(person.window, Qt.Key.Key_Space)
    assert person.one_key.open


def wave(person):
    person.preferences.chooseLook("wave")
    breathe(person)


def wave_followed(person):
    person.preferences.chooseLook("wave")
    own_known(person)


def dim(person):
    person.preferences.chooseLook("dim")
    breathe(person)


def dim_followed(person):
    person.preferences.chooseLook("dim")
    own_known(person)


def dim_check_in(person):
    person.preferences.chooseLook("dim")
    check_in(person)


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


def letters(person):
    """With one key, over a field in which something has been written."""
    name_open(person)
    person.write("What is underneath", "not enough")
    with_letters(person)


def letters_of_row(person):
    letters(person)
    QTest.keyClick(person.window, Qt.Key.Key_Space)
    assert person.every("push button", "Other letters")


def letters_for_number(person):
    edit_step(person)
    person.tab_to("text", "seconds")
    with_letters(person)


def with_letters(person):
    """The one key is pressed in the field where the keyboard is."""
    person.preferences.set(one_key=True)
    person.hand.awake_s += ASIDE_S
    QTest.keyClick(person.window, Qt.Key.Key_Space)
    assert person.every("push button", "Done")
    person.hand.awake_s += 1


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


def share(person):
    person.shelf.choose("scan-3")
    person.flow.show("home")
    person.press("push button", "Share…")


def share_refused(person):
    share(person)
    person.write("Who it is from", "Ana")
    person.sharing.typeWhere("/nowhere/at/all/a.practice")
    person.press("push button", "Save")
    until(lambda: person.sharing.said, "the sentence")


def share_asks(person):
    path = person.home / "a.practice"
    path.write_text("dear")
    share(person)
    person.sharing.typeWhere(str(path))
    person.press("push button", "Save")
    person.settle()


def given_none(person):
    person.flow.show("given")


def given_refused(person):
    path = person.home / "letter.practice"
    path.write_text("a letter")
    open_given(person, path)


def given(person):
    """Spoken in part, and nothing on the shelf has its id."""
    open_given(person, somebody_gives(person))
    assert person.receiving.meets == ""


def given_same(person):
    """On the shelf word for word."""
    path = somebody_gives(person)
    shutil.copytree(path.with_suffix(""), person.home / "practices" / "minute", dirs_exist_ok=True)
    person.shelf.read()
    open_given(person, path)
    assert person.receiving.meets == "same"


def given_meets(person, practice_id):
    text = given_files.TEXT.replace('"minute"', f'"{practice_id}"', 1)
    open_given(person, somebody_gives(person, text=text))


def given_meets_shipped(person):
    given_meets(person, "stay")
    assert person.receiving.meets == "shipped"


def given_meets_own(person):
    person.shelf.choose("stay")
    person.flow.show("home")
    person.press("push button", "Make a copy of mine")
    until(lambda: person.flow.owned, "the copy")
    given_meets(person, person.shelf.choice())
    assert person.receiving.meets == "own"


def given_long(person):
    """The main practice, as somebody shares it."""
    path = person.home / "given.practice"
    wrap(person.shelf.practice("slow-down"), path, giver="Ana")
    open_given(person, path)


def somebody_gives(person, **more):
    return given_files.given(person.home / f"from somebody {next(NUMBERS)}", **more)


def open_given(person, path):
    person.arriving.come(path)
    until(lambda: person.flow.at("given") and not person.receiving.working, "what is in it")
    assert person.receiving.read or person.receiving.said
    person.settle()


def settings_tuning(person):
    person.flow.show("settings")
    person.press("push button", "Tune by eye and ear")


def voices(person):
    person.shelf.choose("scan-3")
    person.press("push button", "Make a copy of mine")
    until(lambda: person.flow.owned, "the copy")
    person.flow.openVoices()


def edit(person, practice="slow-down"):
    """The practice that is written is one's own copy."""
    person.shelf.choose(practice)
    person.flow.show("home")
    person.press("push button", "Make a copy of mine")
    until(lambda: person.flow.owned, "the copy")
    person.press("push button", "Edit…")
    until(lambda: person.flow.page == "edit", "the page")


def edit_new(person):
    person.flow.show("home")
    person.press("push button", "A new practice")
    until(lambda: person.flow.page == "edit", "the page")


def edit_step(person):
    """A step is open, and one of its prompts could be gentler in every way."""
    edit(person)
    person.editing.toggle(0)
    person.prompt_editing.type(
        0, "You must try to relax and let go now, and just be calm, like water that falls, and you will feel well done."
    )


def edit_breath(person):
    edit(person)
    person.editing.toggle(1)
    person.press("push button", "Breath: Gentle")


def edit_places(person):
    edit(person)
    person.editing.toggle(4)
    person.step_editing.togglePlace("eyes")


def edit_place_without_words(person):
    edit(person, "scan-3")
    scan = next(at for at, step in enumerate(person.editing.practice.steps) if step.kind == "scan")
    person.editing.toggle(scan)
    silent = next(row["id"] for row in person.step_editing.places if not row["words"])
    person.step_editing.togglePlace(silent)


def edit_emptied(person):
    """Nothing stands in the title, the words and the length of a step, and one quiet is too long."""
    edit(person)
    person.editing.typeTitle("")
    person.editing.toggle(0)
    person.prompt_editing.type(0, "")
    person.prompt_editing.typeQuiet(1, "9000")
    person.step_editing.typeAmount("")


def edit_refused(person):
    edit(person, "scan-3")
    scan = next(at for at, step in enumerate(person.editing.practice.steps) if step.kind == "scan")
    person.editing.toggle(scan)
    for region in [row["id"] for row in person.step_editing.places if row["ticked"]]:
        person.step_editing.tick(region, False)


def edit_conflict(person):
    edit(person)
    person.settle()
    file = Path(person.editing.practice.file)
    file.write_text(file.read_text(encoding="utf-8") + "# theirs\n", encoding="utf-8")
    person.editing.typeTitle("Ours")
    until(lambda: person.editing.conflict, "the question")


def home_deleted(person):
    person.shelf.choose("breathe")
    person.flow.show("home")
    person.press("push button", "Make a copy of mine")
    until(lambda: person.flow.owned, "the copy")
    person.press("push button", "Delete this practice")
    until(lambda: person.deleting.mayUndo, "the end of it")


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


def export_asks(person):
    path = person.home / "a.json"
    path.write_text("dear")
    export(person)
    person.exporting.typeWhere(str(path))
    person.press("push button", "Export")
    person.settle()


def import_refused(person):
    export(person)
    person.importing.chooseWhere(QUrl.fromLocalFile("/nowhere/at/all/a.json"))
    person.importing.take()
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
    person.mending._errand, person.mending._working = None, False
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


def mend_working(person):
    mend(person)
    person.mending._errand, person.mending._working = SimpleNamespace(cancel=lambda: None), True
    person.mending.changed.emit()
    person.mending._hear_part(0.4)


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


WALK = Pattern(
    id="mine-1",
    name="After a walk",
    strokes=(Stroke(to=1, seconds=3.5), Stroke(to=1, seconds=1), Stroke(to=0, seconds=5)),
)
LONG = Pattern(
    id="mine-2",
    name="Two small ones, then all the way in, and a long way out",
    strokes=(
        Stroke(to=0.6, seconds=2),
        Stroke(to=0.4, seconds=1.25),
        Stroke(to=1, seconds=2.5),
        Stroke(to=1, seconds=1),
        Stroke(to=0, seconds=6.5),
        Stroke(to=0, seconds=1.5),
    ),
)


def breaths_none(person):
    person.flow.show("breaths")


def breaths(person):
    for each in (WALK, LONG):
        person.drawn.kept.emit(each)
    person.flow.show("breaths")


def home_own_breaths(person):
    breaths(person)
    home_wide_open(person)


def home_long_breath(person):
    breaths(person)
    person.shelf.choose("breathe")
    person.shelf.choosePattern(LONG.id)
    person.flow.show("home")


def breath(person):
    breaths(person)
    person.press("push button", WALK.name)


def breath_long(person):
    breaths(person)
    person.press("push button", LONG.name)
    person.press("push button", "A little slower")
    person.wait(2)
    person.breath_trial.look()


def breath_limit(person):
    breath(person)
    person.drawn.lengthen(0, 0.5)
    person.drawn.lengthen(2, 0.5)


def breaths_deleted(person):
    breath(person)
    person.press("push button", "Delete it")


EVERY = {
    page.__name__: page
    for page in (
        welcome, home, home_wide_open, home_waiting, home_deleted, settings, settings_erase,
        keys, safety, hold, breathe, own, own_known, one_key, led, holding, arrive,
        wave, wave_followed, dim, dim_followed, dim_check_in,
        name, name_open, letters, letters_of_row, letters_for_number, check_in_empty, check_in, check_in_more,
        check_in_medical, less, scan, scan_chest, stay, again, again_more, less_again, close, room,
        edit, edit_new, edit_step, edit_breath, edit_places, edit_place_without_words,
        edit_emptied, edit_refused, edit_conflict,
        save, save_refused, settings_tuning, voices, write, write_much,
        share, share_refused, share_asks,
        given_none, given_refused, given, given_same, given_meets_shipped, given_meets_own,
        export, export_csv, export_refused, export_asks, import_refused, settings_retention,
        journal_empty, journal_unread, journal, journal_many_words, journal_days, journal_places, journal_nothing_fits,
        journal_place, journal_body, journal_deleted, journal_opened, journal_earlier, journal_rewording,
        journal_rewording_waits, journal_rewording_let_go,
        print_nothing, print_page, print_struck, print_aloud, print_long,
        settings_backups, restore, restore_chosen, restore_asks, restored, restored_free,
        mend, mend_gone, mend_working, mend_asks, mend_nothing, mended, mended_lost, begun_anew,
        passphrase_about, passphrase_new, passphrase_differs, passphrase_shown, passphrase_back, passphrase_done,
        breaths_none, breaths, home_own_breaths, home_long_breath, breath, breath_long, breath_limit, breaths_deleted,
        locked, locked_still, locked_by_code, settings_locked, passphrase_old,
    )
}  # fmt: skip
