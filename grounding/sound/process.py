"""The sound process: told what to perform by lines of JSON on its input, it answers in lines of JSON.

It opens no socket but the sound server's, writes no file, and ends when its parent's pipe closes.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from grounding.base.apart import Tell, be_private, own_output, tell_bugs
from grounding.base.clock import SessionClock
from grounding.base.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from grounding.sound.player import Player

_LONGEST_GOODBYE_S = 3.0
_COOKIE_BYTES = 256


def main() -> None:
    """Play until told to end, or until nothing can be heard; then leave at once.

    The interpreter is not taken down in order: with a dead sound server Qt aborts on its way out.
    """
    tell = own_output()
    be_private()
    _leave_no_cookie()
    _leave_no_folder()
    tell_bugs(tell)
    try:
        _play(tell)
    except ImportError:
        tell({"is": "silent", "reason": "no-multimedia"})
    except Failure as failure:
        tell({"is": "silent", "reason": failure.facts["reason"]})
    os._exit(0)


def _play(tell: Tell) -> None:
    from grounding.sound.loudspeaker import Loudspeaker  # noqa: PLC0415 - raises ImportError without libpulse

    speaker = Loudspeaker()  # first, for without a device nothing more has to be loaded
    from grounding.sound.player import Player  # noqa: PLC0415 - numpy and pydub

    player = Player(speaker, tell, SessionClock().now_s)
    threading.Thread(target=_listen, args=(sys.stdin.buffer, speaker.later, player), daemon=True).start()
    speaker.run()


def _listen(lines: BinaryIO, later: Callable[[Callable[[], None]], None], player: Player) -> None:
    """Hand each message to the loudspeaker's thread; a closed pipe is the end."""
    for line in lines:
        later(partial(player.hear, json.loads(line)))
    later(player.end)
    threading.Event().wait(_LONGEST_GOODBYE_S)
    os._exit(0)


def _leave_no_cookie() -> None:
    """Give libpulse a cookie in memory where it would find none, and write one into the person's own folder."""
    if sys.platform != "linux" or "PULSE_COOKIE" in os.environ:
        return
    home = Path.home()
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    if not any(cookie.is_file() for cookie in (folder / "pulse" / "cookie", home / ".pulse-cookie")):
        cookie = os.memfd_create("cookie")
        os.write(cookie, os.urandom(_COOKIE_BYTES))
        os.environ["PULSE_COOKIE"] = f"/proc/self/fd/{cookie}"


def _leave_no_folder() -> None:
    """Keep libpulse from making a folder to look for a server in, where no server has made one."""
    if sys.platform != "linux":
        return
    run, old = os.environ.get("XDG_RUNTIME_DIR"), Path.home() / ".config" / "pulse"
    if not (Path(run, "pulse").exists() if run else any(old.glob("*-runtime"))):
        os.environ.setdefault("PULSE_RUNTIME_PATH", "/proc/self/nowhere")
