"""The first words of a new practice, and of each new step in one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from grounding.practice.practice import Kind


class FirstWords(QObject):
    """Words to begin with, which whoever writes is likely to change."""

    def of(self, kind: Kind) -> str:
        """Return what a new step of a kind says at first."""
        words = {
            Kind.ARRIVE: self.tr("You might look around. Your eyes can stay open, or close if you like."),
            Kind.BREATHE: self.tr("You might breathe with the circle, or keep your own breath. There is air enough."),
            Kind.NAME: self.tr("What might be underneath, right now? You can give it a word, or none."),
            Kind.CHECK_IN: self.tr("Is anything noticeable in your body, or not?"),
            Kind.SCAN: self.tr("Perhaps there is something to notice here, or not."),
            Kind.STAY: self.tr("You can stay a while, as you are, or stop at any time."),
            Kind.ORIENT: self.tr("The room is here. Perhaps one thing in it is all right to look at."),
            Kind.CLOSE: self.tr("A line to keep, if there is one, or none."),
        }
        return words[kind]

    def title(self) -> str:
        return self.tr("A practice of mine")

    def summary(self) -> str:
        return self.tr("A few words about it, for whoever chooses it.")
