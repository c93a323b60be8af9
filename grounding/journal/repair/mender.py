"""The process that puts a damaged journal together: asked and answering as the one that carries a journal (`porter`).

It may take minutes, nearly all of it in Python, which would hold up the window. Told to stop it changes nothing.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grounding.base.apart import begin_errand, told_failure
from grounding.base.failure import Failure
from grounding.journal.along.errands import keys_from_plain
from grounding.journal.backup.preparing import keys_within
from grounding.journal.progress import Cancelled
from grounding.journal.repair.mended import mended_to_plain
from grounding.journal.repair.mending import mend

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grounding.journal.progress import GoingOn
    from grounding.journal.repair.mended import Mended


def main() -> None:
    """Do what the first line of the input asks for."""
    tell, asked, going_on = begin_errand()
    try:
        made = _made(asked, going_on)
    except Failure as failure:
        tell(told_failure(failure))
    except Cancelled:
        tell({"is": "cancelled"})
    else:
        tell({"is": "written", **mended_to_plain(made)})


def _made(asked: Mapping[str, Any], going_on: GoingOn) -> Mended:
    return mend(
        Path(asked["journal"]),
        keys_from_plain(asked["keys"]) if asked["keys"] else None,
        now=datetime.fromisoformat(asked["now"]),
        unlock=partial(keys_within, typed=asked["typed"]),
        going_on=going_on,
    )
