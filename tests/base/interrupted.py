"""Ends the writing of a file at every step that Python takes in it: `interrupted.py FOLDER seen|unseen`.

Prints how many steps there are, then a line for each at which anything but the old or the new file was left.
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from grounding.base.files import writing_whole

WITHIN = "/grounding/base/files.py"
"""The moment in which contextlib hands the file over is left out: what is ended there only Python could notice."""


class Ending:
    """Somebody who ends the program, as Ctrl-C does, at one step."""

    def __init__(self, at):
        self.left = at

    def __call__(self, frame, event, _argument):
        if not frame.f_code.co_filename.endswith(WITHIN):
            return None
        handing_over = event == "return" and frame.f_code.co_flags & inspect.CO_GENERATOR
        if event in ("line", "return") and not handing_over:
            self.left -= 1
            if self.left == 0:
                raise KeyboardInterrupt
        return self


def written(path, at, *, unseen):
    """Write a file, ended at one step; return whether there were fewer."""
    path.write_bytes(b"old")
    ending = Ending(at)
    try:
        sys.settrace(ending)
        with writing_whole(path, unseen=unseen) as file:
            file.write(b"new")
    except KeyboardInterrupt:
        pass
    finally:
        sys.settrace(None)
    return ending.left > 0


def main():
    folder, way = Path(sys.argv[1]), sys.argv[2]
    path, at, lines = folder / "file", 0, []
    over = False
    while not over:
        at += 1
        over = written(path, at, unseen=way == "unseen")
        there = sorted(each.name for each in folder.iterdir())
        if there != ["file"] or path.read_bytes() not in (b"old", b"new"):
            lines.append(f"step {at}: {there}")
        for each in folder.iterdir():
            each.unlink()
    print(at, *lines, sep="\n")


if __name__ == "__main__":
    main()
