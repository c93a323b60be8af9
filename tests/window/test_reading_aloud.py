"""`Read the words aloud`: off until chosen; each prompt that nobody recorded; one sentence if there is no voice."""

from __future__ import annotations

import subprocess
import sys

import pytest
from person import until

from grounding.base.settings import Settings, Voice
from grounding.window.hearing.reading_aloud import ReadingAloud


@pytest.fixture
def aloud(start):
    """Return a function that starts somebody for whom words are read by an engine without a voice."""
    if subprocess.run(
        [sys.executable, "-c", "import PySide6.QtTextToSpeech"], capture_output=True, check=False, timeout=60
    ).returncode:
        pytest.skip("wants libpulse: Qt's speech cannot be loaded without it")
    made = []

    def begin(engine="mock", **chosen):
        person = start(settings=Settings(welcomed=True, **chosen))
        person.reading.close()
        made.append(
            ReadingAloud(
                run=person.run,
                sounding=person.sounding,
                underway=person.grounding.underway,
                preferences=person.preferences,
                wording=person.flow._wording,
                engine=engine,
                parent=person.run,
            )
        )
        return person, made[-1]

    yield begin
    for each in made:
        each.close()


def test_off_nothing_is_started(aloud):
    person, reading = aloud(sound=Voice.TONE)
    person.flow.begin()
    person.settle()
    assert reading._errand is None


def test_the_words_on_the_screen_are_spoken_and_make_room_and_a_pause_is_quiet(aloud):
    person, reading = aloud(read_aloud=True, practice="scan-3")
    person.flow.begin()
    until(lambda: person.sounding._room, "the voice")
    assert reading._saying == person.run.words != ""
    person.run.pause()
    until(lambda: not person.sounding._room, "its silence")
    assert reading._saying == ""
    person.run.resume()
    until(lambda: person.sounding._room, "the voice again")
    person.run.stop()
    until(lambda: not person.sounding._room, "the end")


def test_sound_turned_off_silences_it_and_silence_stays_silence_around_it(aloud):
    person, reading = aloud(read_aloud=True, sound=Voice.NONE, practice="scan-3")
    person.flow.begin()
    assert person.sounding.on
    performance = person.sounding._performance(person.run.sitting)
    assert (performance.voice, performance.bowls) == (Voice.NONE, ())
    person.sounding.toggle()
    assert reading._saying == ""


def test_it_is_as_loud_as_the_voice_is_set_and_at_nothing_it_is_left_out(aloud):
    person, reading = aloud(read_aloud=True, voice_percent=40, practice="scan-3")
    assert reading._asked("Hello.") == {"do": "say", "text": "Hello.", "language": "en", "volume": 0.4}
    person.preferences.chooseVoicePercent(0)
    person.flow.begin()
    assert person.run.words
    assert reading._saying == ""


def test_what_somebody_has_recorded_is_left_to_them(aloud, home):
    (home / "practices").mkdir(parents=True)
    (home / "practices" / "mine.toml").write_text(
        """
        format = 1
        id = "mine"
        title = "Mine"
        summary = "A few words."
        [[step]]
        kind = "arrive"
        seconds = 20
        prompt = [{ text = "Recorded.", clip = "a.flac", quiet_s = 8 }, { text = "Read." }]
        """
    )
    person, reading = aloud(read_aloud=True, practice="mine")
    person.flow.begin()
    assert (person.run.words, reading._saying) == ("Recorded.", "")
    person.wait(9)
    assert (person.run.words, reading._saying) == ("Read.", "Read.")


def test_where_the_system_has_no_voice_one_sentence_says_so(aloud):
    _person, reading = aloud(engine="no such engine")
    reading.tryOut("Anybody?")
    until(lambda: reading.line, "the sentence")
    assert reading.line.startswith("This system has no voice of its own")
