"""Sound that was asked for, and all that it told."""

from __future__ import annotations

from room import wait_until

from grounding.sound.sound import Sound


class Asked:
    """A Sound and all that it reported."""

    def __init__(self, **kwargs):
        self.states = []
        self.sound = Sound(self._report, **kwargs)

    def _report(self, state):
        self.states.append(state)

    def hearings(self):
        return [state.hearing for state in self.states if state.progress is None]

    def wait_for(self, hearing, within_s=10.0):
        wait_until(lambda: self.hearings()[-1:] == [hearing], within_s, f"'{hearing}', after {self.hearings()},")

    @property
    def pid(self):
        return self.sound._child.pid

    def close(self):
        """Close it and wait until its process has ended."""
        child = self.sound._child
        self.sound.close()
        if child is not None:
            wait_until(lambda: child._process.poll() is not None, what="the end of the sound process")
