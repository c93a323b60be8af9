"""Plays what it is told to: keeps the samples in step with the clock, fades, and notices a dead server."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, Any, Protocol

from grounding.base.failure import Failure
from grounding.breath.course import Course
from grounding.breath.followed import Lungs, followed
from grounding.breath.segment import Phase
from grounding.sound.desk import Desk, Fade
from grounding.sound.performance import Performance, performance_from_plain
from grounding.sound.played import Played
from grounding.sound.renderer import Renderer
from grounding.sound.samples import RATE, frame
from grounding.sound.spoken import RAMP_S

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

RISE_S, CHANGE_S, PAUSE_S, OFF_S, END_S = 0.4, 0.1, 0.3, 0.65, 0.3
"""Fades: coming on or back, a change of pattern or place, pause, off (silent within 1 s of the asking), the end."""
TURN_S = 0.05
"""The fade where somebody who is followed turns."""
LATENCY_S = 0.045
"""How much later a frame is heard than it counts as taken: so much at the monitor of a null sink (measured, with the
80 ms the server is asked to keep, see `child`), up to 40 ms more at a device; a wireless headset adds its own."""
STALL_S, PATIENCE_S = 1.0, 2.5
"""No frame taken for so long: the server is dead; it is given longer at the start, for an idle sink wakes slowly."""
OUT_OF_STEP_S, FAR_OUT_S = 0.008, 0.060
"""From here on it is put back in step: at the next turn of the breath, or at once."""
LOOK_AHEAD_S, FOLLOWED_AHEAD_S = 8.0, 2.0
"""How far ahead clips are made; who is followed may turn at any moment, and then nothing else is to be in the way."""
REST_S = 3.0
_AWAKE = RATE // 4
_TAIL_S = 0.3
"""How long after the last sound has been mixed it has been heard."""
_CHUNK = RATE // 50
"""Frames mixed at a time: the loudspeaker asks 140 times a second for a few each."""
_LONGEST_TICK_S = 0.1
_NEXT_WITHIN_S = 30.0


class Speaker(Protocol):
    """What a player needs of a loudspeaker; see `loudspeaker.Loudspeaker`."""

    def start(self, read: Callable[[int], bytes], tick: Callable[[], None], *, close: bool) -> None: ...
    def stop(self) -> None: ...
    def taken(self) -> int: ...
    def later(self, work: Callable[[], None]) -> None: ...
    def leave(self) -> None: ...


class Player:
    """Everything but `prepare` happens in the speaker's own thread; `tell` takes plain messages for the window."""

    def __init__(self, speaker: Speaker, tell: Callable[[Mapping[str, Any]], None], now: Callable[[], float]) -> None:
        self._speaker, self._tell, self._now = speaker, tell, now
        self._renderer = Renderer()
        self._maker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clips")
        self._wanted: Performance | None = None
        self._ready: Performance | None = None
        self._sounding: Performance | None = None
        self._let_go_s = OFF_S
        self._at_next_turn = False
        self._running = self._ending = self._close = False

    # what it is told

    def hear(self, message: Mapping[str, Any]) -> None:
        """Do what the window says: `perform` (a performance; `gently` waits for the next stroke) or `off`."""
        match message["do"]:
            case "perform":
                self._perform(performance_from_plain(message["performance"]), gently=message["gently"])
            case "off":
                self._fall_silent(OFF_S)

    def end(self) -> None:
        """Fade out and leave: the window is gone."""
        self._ending = True
        self._fall_silent(END_S)
        if not self._running:
            self._speaker.leave()

    def _perform(self, performance: Performance, *, gently: bool) -> None:
        if not performance.audible:
            self._fall_silent(PAUSE_S)
            self._tell({"is": "on"})
            return
        self._wanted, self._at_next_turn = performance, gently
        own_s = self._now() - performance.zero_s
        self._prepare(performance, own_s, own_s + 2 * RISE_S, lambda: self._prepared(performance))
        if performance.followed and not performance.breath.lead:
            first = followed(Course(), 0.0, Lungs().turned(0.0, filling=True))
            self._prepare(replace(performance, breath=first), 0.0, RISE_S)  # so that the first key is heard as soon
        if not self._running:
            self._start()

    def _fall_silent(self, fade_s: float) -> None:
        self._wanted, self._let_go_s = None, fade_s
        if self._running:
            self._follow()

    # the clips, made beside the playing

    def _prepare(
        self, performance: Performance, from_s: float, to_s: float, done: Callable[[], None] | None = None
    ) -> None:
        def make() -> None:
            self._renderer.prepare(performance, from_s, to_s)
            if done is not None:
                self._speaker.later(done)

        def made(work: Future[None]) -> None:
            self._speaker.later(work.result)  # a fault in the making surfaces where faults are told

        self._maker.submit(make).add_done_callback(made)

    def _prepared(self, performance: Performance) -> None:
        self._ready = performance
        if self._running:
            self._follow()

    # the frames

    def _start(self) -> None:
        self._desk, self._played = Desk(self._renderer), Played(RATE)
        self._frame = self._taken = self._ahead = 0
        self._still_s = self._silent_s = 0.0
        self._mixed = b""
        self._ticked_s = self._told_s = self._now()
        self._sounding = None
        self._close = self._wanted is not None and self._wanted.followed
        try:
            self._speaker.start(self._read, self._tick, close=self._close)
        except Failure as failure:
            self._give_up(str(failure.facts["reason"]))
        else:
            self._running = True

    def _read(self, frames: int) -> bytes:
        while len(self._mixed) < 2 * frames:
            self._mixed += self._desk.block(self._frame, _CHUNK)
            self._frame += _CHUNK
        block, self._mixed = self._mixed[: 2 * frames], self._mixed[2 * frames :]
        return block

    def _tick(self) -> None:
        now_s, taken = self._now(), self._speaker.taken()
        passed_s = min(now_s - self._ticked_s, _LONGEST_TICK_S)  # a computer that was busy or asleep is no dead server
        self._ticked_s = now_s
        self._still_s = 0.0 if taken != self._taken else self._still_s + passed_s
        self._silent_s = self._silent_s + passed_s if self._desk.silent else 0.0
        self._taken = taken
        if self._still_s > (STALL_S if taken > _AWAKE else PATIENCE_S):
            self._give_up("stalled")
            return
        self._played.see(now_s, taken)
        self._follow()
        self._rest_or_go_on(now_s)

    def _rest_or_go_on(self, now_s: float) -> None:
        if self._ending and self._silent_s > _TAIL_S:
            self._speaker.leave()
        elif self._silent_s > _TAIL_S and self._wanted is not None and self._begins_anew(self._wanted):
            self._speaker.stop()
            self._start()
        elif self._silent_s > REST_S and self._wanted is None:
            self._speaker.stop()
            self._running = False
            self._tell({"is": "resting"})
        elif now_s - self._told_s >= 1.0:
            self._told_s = now_s
            self._tell({"is": "played", "frames": self._taken, "at_s": now_s})
            if self._sounding is not None:
                own_s = now_s - self._sounding.zero_s
                ahead_s = FOLLOWED_AHEAD_S if self._sounding.followed else LOOK_AHEAD_S
                self._prepare(self._sounding, own_s, own_s + ahead_s)

    def _give_up(self, reason: str) -> None:
        self._tell({"is": "silent", "reason": reason})
        self._speaker.leave()

    # what the frames hold

    def _follow(self) -> None:
        """Turn to what is wanted as soon as it can be heard in step, and stay in step with it."""
        if self._wanted is None:
            self._let_go(self._let_go_s)
        elif self._begins_anew(self._wanted):
            self._let_go(CHANGE_S)
        elif self._played.settled and self._wanted != self._sounding and self._wanted == self._ready:
            self._turn_to(self._wanted)
        elif self._played.settled and self._sounding is not None:
            self._keep_in_step(self._sounding)

    def _begins_anew(self, performance: Performance) -> bool:
        """Whether the loudspeaker is to be closer first; or may be less close again, since nothing sounds."""
        return performance.followed != self._close and (performance.followed or self._desk.silent)

    def _let_go(self, fade_s: float) -> None:
        if self._sounding is not None:
            self._sounding = None
            self._desk.turn(None, fade=self._fade(fade_s))

    def _turn_to(self, performance: Performance) -> None:
        fade_s = self._fade_s(performance)
        self._ahead = self._in_step(performance)
        at = self._next_turn(performance) if self._at_next_turn else self._frame
        self._desk.turn(performance, ahead=self._ahead, fade=Fade(at=at, frames=frame(fade_s)))
        self._sounding, self._at_next_turn = performance, False
        self._tell({"is": "on"})

    def _fade_s(self, performance: Performance) -> float:
        if self._sounding is None:
            return RISE_S
        only_volumes = replace(self._sounding, mix=performance.mix) == performance  # to make room for a voice, perhaps
        if only_volumes:
            return RAMP_S
        return TURN_S if performance.followed else CHANGE_S

    def _keep_in_step(self, performance: Performance) -> None:
        """Put a loudspeaker whose clock runs apart back in step, where a turn of the breath hides the seam."""
        off_s = abs(self._in_step(performance) - self._ahead) / RATE
        if off_s < OUT_OF_STEP_S:
            return
        at = self._next_turn(performance) - frame(CHANGE_S / 2) if off_s < FAR_OUT_S else self._frame
        if at > self._frame + frame(1.0):
            return  # asked again nearer to the turn
        self._ahead = self._in_step(performance)
        self._desk.turn(performance, ahead=self._ahead, fade=Fade(at=max(at, self._frame), frames=frame(CHANGE_S)))

    def _in_step(self, performance: Performance) -> int:
        """Return the own frame that belongs to the loudspeaker's frame 0."""
        return frame(self._played.zero_s + LATENCY_S + performance.delay_s - performance.zero_s)

    def _next_turn(self, performance: Performance) -> int:
        """Return the loudspeaker's frame at which the next stroke that sounds begins; now, where none is near."""
        own_s = (self._frame + self._ahead) / RATE
        for stroke in performance.breath.segments(own_s, own_s + _NEXT_WITHIN_S):
            if stroke.at_s >= own_s and stroke.phase is not Phase.REST and isfinite(stroke.end_s):
                return frame(stroke.at_s) - self._ahead
        return self._frame

    def _fade(self, seconds: float) -> Fade:
        return Fade(at=self._frame, frames=frame(seconds))
