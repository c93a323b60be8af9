"""The Sound page: a shipped practice made one's own, a voice for a prompt taken in, kept, removed, brought back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import soundfile
from person import until
from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtTest import QTest

from grounding.base.settings import Settings
from grounding.practice.reading import read_practice

sys.path.insert(0, str(Path(__file__).parents[1] / "sound"))
from hostile import voice

RATE = 48_000


@pytest.fixture
def mine(start):
    """Somebody on the Sound page of their own copy of Hands, eyes, chest."""
    person = start(settings=Settings(welcomed=True, practice="scan-3"))
    person.press("push button", "Make a copy of mine")
    until(lambda: person.shelf.choice() == "scan-3-mine", "the copy")
    person.press("push button", "Sound…")
    return person


def file_of(person):
    return Path(person.shelf.practice("scan-3-mine").file)


def clips_in(person):
    return sorted(path.name for path in file_of(person).parent.glob("*.flac"))


def over(person):
    until(lambda: person.voices.doing in ("", "taken"), "the end of it")


@pytest.fixture
def decoding(mine):
    """The same, on a computer where Qt can decode."""
    if subprocess.run(
        [sys.executable, "-c", "import PySide6.QtMultimedia"], capture_output=True, check=False, timeout=60
    ).returncode:
        pytest.skip("wants libpulse: Qt Multimedia cannot be loaded without it")
    return mine


@pytest.fixture
def taken(decoding, tmp_path):
    """The same, with a voice taken in for the first prompt and not kept yet."""
    soundfile.write(tmp_path / "voice.wav", voice(seconds=3.0), RATE)
    decoding.voices.takeIn(0, QUrl.fromLocalFile(str(tmp_path / "voice.wav")))
    over(decoding)
    assert decoding.voices.said == ""
    return decoding


def keep(person):
    person.press("push button", "Keep")
    until(lambda: person.voices.rows[0]["spoken"], "the voice kept")


def test_a_shipped_practice_becomes_ones_own_with_a_row_for_each_prompt(mine, home):
    assert mine.flow.page == "voices"
    assert file_of(mine) == home / "practices" / "scan-3-mine" / "practice.toml"
    rows = mine.voices.rows
    assert next(row["text"] for row in rows).startswith("You can sit, stand or lie")
    assert {row["quiet"] for row in rows} == {"18 s of quiet", "19 s of quiet", "15 s of quiet"}
    assert len(mine.every("push button", "Record")) == len(rows)
    assert len(mine.every("push button", "Choose a file…")) == len(rows)


def test_the_copy_comes_into_view_and_has_the_keyboard(start):
    person = start(settings=Settings(welcomed=True, practice="scan-3"))
    person.press("push button", "Make a copy of mine")
    until(lambda: person.focused_name().endswith("3 minutes (mine)”"), "the copy")
    person.window.grabWindow()
    row = person.focused
    (shelf,) = [item for item in person.items() if item.inherits("QQuickFlickable") and item.isAncestorOf(row)]
    at = row.mapRectToItem(shelf, QRectF(0, 0, row.width(), row.height()))
    assert at.top() >= 0
    assert at.bottom() <= shelf.height()


def test_a_voice_taken_in_is_kept_for_its_prompt_and_named_in_the_file(taken, restart):
    assert any("3.2 seconds" in text for text in taken.texts())
    keep(taken)
    clip = read_practice(file_of(taken)).steps[0].prompts[0].clip
    assert clip == "1-arrive-1.flac"
    assert clips_in(taken) == [clip]
    assert soundfile.info(file_of(taken).with_name(clip)).samplerate == RATE
    again = restart(taken)
    assert read_practice(file_of(again)).steps[0].prompts[0].clip == clip


def test_let_go_it_leaves_nothing(taken):
    taken.press("push button", "Let it go")
    taken.settle()
    assert list(file_of(taken).parent.iterdir()) == [file_of(taken)]
    assert not taken.voices.rows[0]["spoken"]


def left_beside(person):
    """Return what lies in the practice's folder but the practice itself."""
    return [path.name for path in file_of(person).parent.iterdir() if path != file_of(person)]


def test_let_go_while_a_file_is_still_taken_in_nothing_comes_of_it(mine, tmp_path):
    soundfile.write(tmp_path / "voice.wav", voice(seconds=3.0), RATE)
    for moment_s in (0.0, 0.3, 0.6):
        mine.voices.takeIn(0, QUrl.fromLocalFile(str(tmp_path / "voice.wav")))
        QTest.qWait(round(moment_s * 1000))
        mine.voices.letGo()
        until(lambda: mine.voices.doing == "" and mine.voices._errand is None, "its end")
        mine.settle()
        assert left_beside(mine) == []
        assert mine.voices.said == ""


def test_the_page_left_while_a_file_is_taken_in_leaves_nothing_either(mine, tmp_path):
    soundfile.write(tmp_path / "voice.wav", voice(seconds=3.0), RATE)
    mine.voices.takeIn(0, QUrl.fromLocalFile(str(tmp_path / "voice.wav")))
    mine.flow.show("home")
    mine.shelf.choose("scan-7")
    mine.press("push button", "Make a copy of mine")
    until(lambda: mine.shelf.choice() == "scan-7-mine", "the other copy")
    mine.press("push button", "Sound…")
    until(lambda: mine.voices._errand is None, "its end")
    mine.settle()
    assert mine.voices.doing == ""
    assert left_beside(mine) == []


def test_closed_before_it_is_kept_nothing_of_a_take_stays(taken):
    beside = file_of(taken).parent
    taken.grounding.close()
    assert [path.name for path in beside.iterdir()] == ["practice.toml"]


@pytest.mark.usefixtures("no_sound")
def test_the_keyboard_stays_in_the_row_from_recording_to_removing(decoding, tmp_path):
    person, words = decoding, decoding.voices.rows[2]["text"]

    def at(name):
        until(lambda: person.focused_name() == f"push button “{name}”", name)
        assert person.find("push button", name, words).item is person.focused

    person.tab_to("push button", "Record", words)
    person.key(Qt.Key.Key_Space)
    at("Stop recording")
    over(person)
    at("Record")  # no microphone was there
    soundfile.write(tmp_path / "voice.wav", voice(seconds=3.0), RATE)
    person.voices.takeIn(2, QUrl.fromLocalFile(str(tmp_path / "voice.wav")))
    over(person)
    at("Listen")
    person.tab_to("push button", "Keep", words)
    person.key(Qt.Key.Key_Space)
    until(lambda: person.voices.rows[2]["spoken"], "the voice kept")
    at("Listen")
    person.tab_to("push button", "Remove", words)
    person.key(Qt.Key.Key_Space)
    until(lambda: not person.voices.rows[2]["spoken"], "the voice removed")
    at("Record")


def test_why_a_voice_was_refused_stands_where_it_was_asked_for(mine, tmp_path):
    (tmp_path / "letter.mp3").write_text("Dear Ana")
    mine.voices.takeIn(3, QUrl.fromLocalFile(str(tmp_path / "letter.mp3")))
    over(mine)
    looked_for = {mine.voices.said, *(row["text"] for row in mine.voices.rows)}
    shown = [text for text in mine.texts() if text in looked_for]
    assert shown.index(mine.voices.said) == shown.index(mine.voices.rows[3]["text"]) + 1


def test_what_cannot_be_kept_just_now_is_told_and_can_still_be_kept(taken):
    file, whole = file_of(taken), file_of(taken).read_bytes()
    file.unlink()
    taken.press("push button", "Keep")
    until(lambda: taken.voices.said, "the sentence")
    assert taken.voices.doing == "taken"
    file.write_bytes(whole)
    keep(taken)
    assert clips_in(taken) == ["1-arrive-1.flac"]


def test_where_the_practice_was_changed_meanwhile_its_prompts_are_shown_anew(taken):
    file = file_of(taken)
    file.write_text(file.read_text().replace("You can sit, stand or lie", "You can stand, sit or lie"))
    taken.press("push button", "Keep")
    until(lambda: taken.voices.said, "the sentence")
    assert "has been changed meanwhile" in taken.voices.said
    assert taken.voices.rows[0]["text"].startswith("You can stand")
    assert not taken.voices.rows[0]["spoken"]
    taken.settle()
    assert left_beside(taken) == []


def test_removed_it_can_be_brought_back_until_the_page_is_left(taken):
    keep(taken)
    taken.press("push button", "Remove", taken.voices.rows[0]["text"])
    until(lambda: not taken.voices.rows[0]["spoken"], "the voice removed")
    taken.press("push button", "Undo")
    until(lambda: taken.voices.rows[0]["spoken"], "the voice brought back")
    assert clips_in(taken) == ["1-arrive-1.flac"]
    taken.press("push button", "Remove", taken.voices.rows[0]["text"])
    until(lambda: not taken.voices.rows[0]["spoken"], "the voice removed")
    taken.key(Qt.Key.Key_Escape)
    taken.settle()
    assert taken.flow.page == "home"
    assert clips_in(taken) == []


def test_what_is_no_sound_is_told_and_the_page_goes_on(mine, tmp_path):
    (tmp_path / "letter.mp3").write_text("Dear Ana")
    mine.voices.takeIn(1, QUrl.fromLocalFile(str(tmp_path / "letter.mp3")))
    over(mine)
    assert mine.voices.said
    assert mine.voices.said in mine.texts()
    assert mine.voices.doing == ""
    assert clips_in(mine) == []


@pytest.fixture
def no_sound(monkeypatch, tmp_path):
    """A computer with neither a microphone nor a loudspeaker."""
    for name in ("PULSE_RUNTIME_PATH", "PIPEWIRE_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody-here")
    monkeypatch.setenv("QT_AUDIO_BACKEND", "pulseaudio")


@pytest.mark.usefixtures("no_sound")
def test_without_a_microphone_one_sentence_says_so(mine):
    mine.press("push button", "Record", mine.voices.rows[0]["text"])
    over(mine)
    assert mine.voices.said.startswith("No microphone answers here just now")


def test_a_voice_is_heard_in_the_file_that_is_saved(taken, tmp_path):
    keep(taken)
    taken.key(Qt.Key.Key_Escape)
    taken.settle()
    taken.press("push button", "Save as sound…")
    taken.saving.typeWhere(str(tmp_path / "with.flac"))
    taken.saving.chooseBowl(False)
    taken.saving.chooseSound("none")
    taken.saving.write()
    until(lambda: not taken.saving.writing, "the file")
    assert taken.saving.written
    sound, _ = soundfile.read(tmp_path / "with.flac")
    kept, _ = soundfile.read(file_of(taken).with_name("1-arrive-1.flac"))
    assert abs(sound[: len(kept)] - kept).max() < 2e-4
    assert not sound[len(kept) :].any()
