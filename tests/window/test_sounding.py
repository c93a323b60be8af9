"""What the window asks to be heard: the chosen sound, its volume and delay, and the bowls of a sitting."""

from __future__ import annotations

import pages
import pytest
from person import until
from PySide6.QtCore import Qt

from grounding.base.failure import Failure
from grounding.base.settings import Settings, Voice
from grounding.sound.mix import Mix
from grounding.sound.performance import AHEAD_S, LAST_BOWL_S
from grounding.sound.state import Hearing, SoundState
from grounding.window.hearing.sound_trial import SoundTrial
from grounding.window.hearing.sounding import Sounding


class Heard:
    """Takes note of what it is asked to play."""

    def __init__(self):
        self.playing, self.asked = False, []

    def reporting_to(self, report):
        self.report = report
        return self

    def on(self, performance):
        self.playing = True
        self.asked.append(performance)

    def perform(self, performance):
        self.asked.append(performance)

    def off(self):
        self.playing = False

    def close(self):
        pass


@pytest.fixture
def listen(start):
    """Return a function that starts somebody with settings, and all that they would hear."""

    def begin(**chosen):
        person, heard = start(settings=Settings(welcomed=True, **chosen)), Heard()
        own = Sounding(
            sound=heard.reporting_to,
            run=person.run,
            preferences=person.preferences,
            wording=person.grounding.flow._wording,
            parent=person.run,
        )
        return person, heard, own

    return begin


@pytest.mark.parametrize(("width", "height", "percent"), [(1120, 720, 100), (800, 600, 100), (800, 600, 200)])
def test_no_quiet_line_that_comes_moves_the_orb(start, width, height, percent):
    person = start(Settings(welcomed=True, width=width, height=height, text_percent=percent))
    person.flow.breatheNow()
    person.window.grabWindow()
    orb = person.orb
    before = orb.x(), orb.y(), orb.width()
    person.sounding._hear(SoundState(hearing=Hearing.SILENT, failure=Failure("sound-unavailable", reason="stalled")))
    person.window.grabWindow()
    assert not person.missing("label", person.sounding.line)
    assert (orb.x(), orb.y(), orb.width()) == before
    person.sounding._hear(SoundState(hearing=Hearing.ON))
    person.flow.say(Failure("disk-full", path="/home/somebody/.local/share/grounding/journal/draft.sealed"))
    person.window.grabWindow()
    assert not person.missing("label", person.flow.said)
    assert (orb.x(), orb.y(), orb.width()) == before


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.BREATH])
def test_the_chosen_sound_is_heard_at_its_volume_and_sent_ahead_by_its_delay(listen, voice):
    person, heard, _own = listen(sound=voice, breath_percent=40, bowl_percent=70, delay_ms=200)
    person.flow.breatheNow()
    assert heard.playing
    asked = heard.asked[-1]
    assert (asked.voice, asked.mix, asked.delay_s) == (voice, Mix(breath=0.4, bowl=0.7), 0.2)


def test_under_silence_nothing_is_heard_until_it_is_asked_for_and_then_the_soft_tone(listen):
    person, heard, own = listen(sound=Voice.NONE)
    person.flow.breatheNow()
    assert not heard.asked
    own.toggle()
    assert heard.asked[-1].voice is Voice.TONE


@pytest.mark.parametrize("voice", [Voice.TONE, Voice.NONE])
def test_through_less_it_is_heard_or_silent_as_it_was(listen, voice):
    person, heard, own = listen(sound=voice)
    pages.check_in(person)
    own.toggle()
    before = heard.playing
    person.less_offer.tooMuch()
    for go_on in (person.less_offer.beWithFeet, person.less_offer.moveHands):
        go_on()
        assert (own.on, heard.playing) == (before, before)


def test_a_bowl_marks_the_beginning_each_new_place_and_the_end(listen):
    person, heard, _own = listen(sound=Voice.TONE, practice="scan-3")
    person.flow.begin()
    sitting = person.run.sitting
    assert heard.asked[-1].bowls[0] == AHEAD_S
    places = [part.region for part in sitting.score.parts]
    while not person.run.sitting.last:
        before = person.run.sitting
        person.run.next()
        now = person.run.sitting
        struck = any(at_s == pytest.approx(now.entered_s + AHEAD_S) for at_s in heard.asked[-1].bowls)
        assert struck is (places[before.part] is not places[now.part])
    assert heard.asked[-1].bowls[-1] == person.run.sitting.ends_s - LAST_BOWL_S


def test_a_place_that_comes_by_itself_is_struck_to_the_moment_and_once(listen):
    person, heard, _own = listen(sound=Voice.TONE, practice="scan-3")
    person.flow.begin()
    while person.run.sitting.now_part.region is None:
        person.run.next()
    ends_s = person.run.sitting.ends_s
    assert ends_s in heard.asked[-1].bowls
    person.wait(person.run.sitting.now_part.seconds + 0.2)
    assert sum(abs(at_s - ends_s) < 1 for at_s in heard.asked[-1].bowls) == 1


def test_the_bowl_can_be_off(listen):
    person, heard, _own = listen(sound=Voice.TONE, bowl=False, practice="scan-3")
    person.flow.begin()
    person.run.next()
    assert {asked.bowls for asked in heard.asked} == {()}


def test_a_volume_moved_in_settings_is_heard_at_once(start):
    person, heard = start(settings=Settings(welcomed=True)), Heard()
    trial = SoundTrial(sound=lambda: heard, preferences=person.preferences, now=person.hand.clock.now_s)
    trial.hear("breath")
    person.preferences.chooseBreathPercent(30)
    assert [asked.mix.breath for asked in heard.asked] == [1.0, 0.3]
    assert {(asked.zero_s, asked.breath) for asked in heard.asked} == {(heard.asked[0].zero_s, heard.asked[0].breath)}
    trial.hear("bowl")
    assert heard.asked[-1].bowls == (AHEAD_S,)
    trial.stop()
    assert not heard.playing


def test_the_volume_of_the_voice_is_tried_out_with_a_clip_and_without_one_with_the_systems_voice(start, tmp_path):
    person, heard, clips = start(settings=Settings(welcomed=True)), Heard(), []
    trial = SoundTrial(
        sound=lambda: heard,
        preferences=person.preferences,
        now=person.hand.clock.now_s,
        any_clip=lambda: "".join(clips),
    )
    assert not trial.hear("voice")
    assert not heard.asked, "nothing is started to hear nothing"
    clips.append(str(tmp_path / "hands.flac"))
    assert trial.hear("voice")
    assert [clip.path for clip in heard.asked[-1].clips] == clips
    trial.stop()


def test_the_delay_is_tuned_by_an_orb_with_a_bowl_whenever_it_is_full(start):
    person, heard = start(settings=Settings(welcomed=True)), Heard()
    trial = SoundTrial(sound=lambda: heard, preferences=person.preferences, now=person.hand.clock.now_s)
    trial.tune(True)
    for at_s in heard.asked[-1].bowls[:3]:
        person.hand.awake_s = heard.asked[-1].zero_s + at_s
        assert trial.fullness() == pytest.approx(1.0)
    person.preferences.chooseDelayMs(250)
    assert heard.asked[-1].delay_s == 0.25
    trial.tune(False)
    assert not heard.playing


def test_the_sliders_of_settings_are_set_by_keyboard_and_by_a_screen_reader(start, restart):
    person = start(settings=Settings(welcomed=True))
    person.flow.show("settings")
    person.tab_to("slider", "Volume of the breath")
    person.key(Qt.Key.Key_Left, times=4)
    person.set_value("Volume of the bowl", 50)
    person.set_value("Output delay", 120)
    person.press("check box", "A bowl at the beginning, each change of place, and the end")
    person.settle()
    kept = restart(person).preferences.settings
    assert (kept.breath_percent, kept.bowl_percent, kept.delay_ms, kept.bowl) == (80, 50, 120, False)


def test_what_somebody_says_is_placed_at_its_second_and_never_before_it_can_be_heard(listen, home):
    folder = home / "practices"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        """
        format = 1
        id = "mine"
        title = "Mine"
        summary = "A few words."
        [[step]]
        kind = "arrive"
        seconds = 20
        prompt = [{ text = "Hello.", clip = "hello.flac", quiet_s = 8 }, { text = "Here.", clip = "here.flac" }]
        [[step]]
        kind = "orient"
        seconds = 20
        prompt = [{ text = "Around.", clip = "around.flac" }]
        """
    )
    person, heard, _own = listen(sound=Voice.TONE, practice="mine")
    person.flow.begin()

    def placed():
        return [(each.at_s, each.path.rpartition("/")[2], each.quiet_s) for each in heard.asked[-1].clips]

    assert placed() == [(AHEAD_S, "hello.flac", 8.0), (8.0, "here.flac", 12.0), (20.0, "around.flac", 20.0)]
    person.wait(20.5)
    assert placed() == [(20.0, "around.flac", 20.0)]
    person.run.previous()
    entered_s = person.run.sitting.entered_s
    assert placed()[0][0] == pytest.approx(entered_s + AHEAD_S)


def test_where_it_cannot_be_heard_one_quiet_line_says_so_and_goes_when_it_can(listen):
    person, heard, own = listen(sound=Voice.TONE)
    person.flow.breatheNow()
    heard.report(SoundState(hearing=Hearing.SILENT, failure=Failure("sound-unavailable", reason="no-device")))
    until(lambda: own.line == "Sound is off for now; the circle goes on.", "the line")
    assert own.on
    heard.report(SoundState(hearing=Hearing.ON))
    until(lambda: own.line == "", "its end")
