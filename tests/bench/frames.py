"""How far each drawn radius is from the curve at the moment its frame was done, and how evenly frames come.

Run by itself it breathes for so many seconds and prints what it saw as JSON: `frames.py HOME SECONDS`.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from math import cos, pi
from pathlib import Path
from time import monotonic

PERIOD_S, IN_S = 7.5, 3.0


def curve(own_s):
    """Return the fullness of `gentle`, written anew."""
    at_s = own_s % PERIOD_S
    part = at_s / IN_S if at_s < IN_S else 1 + (at_s - IN_S) / (PERIOD_S - IN_S)
    return (1 - cos(pi * part)) / 2


def main():
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtQuick import QQuickItem

    from grounding.base.home import Home
    from grounding.base.wording import Wording
    from grounding.window.front import make_application
    from grounding.window.window import GroundingWindow

    application = make_application()
    home = Home(Path(sys.argv[1]))
    home.make()
    grounding = GroundingWindow(home=home, wording=Wording())
    grounding.show({"practice": "breathe", "begin": True})
    window = grounding.window  # kept: what is found below it lives as long as this does
    orb = next(item for item in window.findChildren(QQuickItem) if item.property("emptyRadius"))
    sizes = [orb.property(name) for name in ("emptyRadius", "fullRadius")]
    seen = []
    window.frameSwapped.connect(
        lambda: seen.append((monotonic(), orb.property("radius"))), Qt.ConnectionType.DirectConnection
    )
    QTimer.singleShot(round(float(sys.argv[2]) * 1000), application.quit)
    application.exec()
    origin_s = grounding.run.sitting.origin_s
    empty, full = sizes
    errors = sorted(abs(radius - empty - (full - empty) * curve(at_s - origin_s)) for at_s, radius in seen[10:])
    waits = sorted(after[0] - before[0] for before, after in pairwise(seen[10:]))
    grounding.close()
    told = {"frames": len(seen), "error_px": errors[len(errors) // 2], "error_p99_px": errors[len(errors) * 99 // 100]}
    told |= {"wait_ms": waits[len(waits) // 2] * 1000, "wait_p99_ms": waits[len(waits) * 99 // 100] * 1000}
    print(json.dumps(told))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
