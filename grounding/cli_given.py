"""A `.practice` file on the command line: what is in it, read by the process that reads what comes from elsewhere."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING

from grounding.base.failure import Failure
from grounding.practice.giving.limits import ENDING, PRACTICE
from grounding.practice.practice import clips_named
from grounding.practice.reading import practice_in
from grounding.practice.source import toml_in
from grounding.sound.gift import Gift, to_open

if TYPE_CHECKING:
    from pathlib import Path

    from grounding.base.child import Message
    from grounding.practice.practice import Practice


def is_given(file: Path) -> bool:
    """Whether a file is a `.practice` file by its name."""
    return file.suffix.lower() == ENDING


def look_into(file: Path) -> tuple[Practice, str]:
    """Return the practice in a `.practice` file, and a line about who it is from and what is spoken in it, or "".

    Raises:
        Failure: what is wrong with it.
    """
    ended: queue.SimpleQueue[Message | Failure] = queue.SimpleQueue()
    Gift(to_open(file, None), ended=ended.put).begin()
    how = ended.get()
    if isinstance(how, Failure):
        raise how
    practice = practice_in(toml_in(how["text"].removeprefix("\ufeff"), file), file / PRACTICE)
    spoken = len(clips_named(practice))
    about = [f"it says it is from {how['giver']}"] if how["giver"] else []
    about += [f"{spoken} {'voice' if spoken == 1 else 'voices'}"] if spoken else []
    return practice, ", ".join(about)
