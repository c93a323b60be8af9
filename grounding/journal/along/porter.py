"""The process that carries a journal out of the house or into it: asked by a line of JSON, it answers in such lines.

`{"is": "part", "part": 0.4}` tells how far it is; then it is "written", "cancelled" (its parent's pipe was closed, or
any word said) or "failed", with the failure's code and facts. A strange file can neither hurt the window nor
fill the memory of the computer.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.apart import begin_errand, told_failure
from grounding.base.failure import Failure
from grounding.base.wording import Wording
from grounding.journal.along.errands import keys_from_plain, wanted_from_plain
from grounding.journal.journal import Journal

if TYPE_CHECKING:
    from grounding.journal.progress import GoingOn

_MEMORY_MB = 2048
"""What an import may use at most; a tenth of it is what one takes (measured)."""


def main() -> None:
    """Do what the first line of the input asks for."""
    tell, asked, going_on = begin_errand()

    try:
        done = _done(asked, going_on)
    except Failure as failure:
        tell(told_failure(failure))
    except MemoryError:
        tell(told_failure(Failure("import-no-memory", file=asked["path"])))
    else:
        tell({"is": "written" if done else "cancelled"})


def _done(asked: dict[str, Any], going_on: GoingOn) -> bool:
    with contextlib.closing(Journal(Path(asked["journal"]))) as journal:
        if asked["keys"]:
            journal.unlock(keys_from_plain(asked["keys"]))
        if asked["does"] == "import":
            from grounding.journal.along.importing import import_journal  # noqa: PLC0415 - only where it is asked

            _be_modest()
            return import_journal(journal, Path(asked["path"]), going_on)
        from grounding.journal.along.exporting import export  # noqa: PLC0415 - the same

        return export(
            journal,
            Path(asked["path"]),
            going_on,
            wording=Wording(asked["language"]),
            wanted=wanted_from_plain(asked["wanted"]),
            guard=asked["guard"],
            replace=asked["replace"],
        )


def _be_modest() -> None:
    """Let the system refuse more memory than any journal needs, where it can."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - only where there is one

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_MB << 20, _MEMORY_MB << 20))
