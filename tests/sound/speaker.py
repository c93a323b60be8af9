"""A loudspeaker of numbers: what a player lets it hear, on a clock that the test turns."""

from __future__ import annotations

import queue

import numpy as np

from grounding.sound.performance import performance_to_plain
from grounding.sound.player import Player

RATE = 48_000
TICK_S = 0.05


class Numbers:
    """A loudspeaker that takes frames at its own rate, in gulps, from a clock that the test turns."""

    def __init__(self, rate=RATE, gulp=256):
        self.now_s, self.rate, self.gulp = 1000.0, rate, gulp
        self.dead = self.left = False
        self.read = None
        self.heard, self.told = [], []
        self._later = queue.SimpleQueue()
        self.player = Player(self, self.told.append, lambda: self.now_s)

    def start(self, read, tick, *, close):
        self.close = close
        self.read, self._tick, self._began_s, self.heard = read, tick, self.now_s, []
        self._stands = self._pulled = 0

    def stop(self):
        self.read = None

    def taken(self):
        if not self.dead:
            self._stands = int((self.now_s - self._began_s) * self.rate) // self.gulp * self.gulp
        return self._stands

    def later(self, work):
        self._later.put(work)

    def leave(self):
        self.left = True

    def settle(self):
        """Do what other threads handed over, once they have nothing more to make."""
        self.player._maker.submit(lambda: None).result()
        while not self._later.empty():
            self._later.get()()

    def run(self, seconds, *, listen=True):
        for _ in range(round(seconds / TICK_S)):
            self.now_s += TICK_S
            self.settle()
            if self.read is None or self.left:
                continue
            behind = self.taken() + RATE // 20 - self._pulled
            if listen and behind > 0 and not self.dead:
                self.heard.append(self.read(behind))
                self._pulled += behind
            self._tick()

    def perform(self, performance, *, gently=False):
        self.player.hear({"do": "perform", "performance": performance_to_plain(performance), "gently": gently})

    @property
    def sound(self):
        return np.frombuffer(b"".join(self.heard), "<i2") / 32767

    @property
    def silences(self):
        return [message["reason"] for message in self.told if message["is"] == "silent"]
