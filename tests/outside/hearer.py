"""What a screen reader is asked to say: run by the system's Python, which has pyatspi; a line of JSON for each.

A process of its own, since one that waits for events cannot also walk the tree.
"""

import json

import pyatspi


def main():
    pyatspi.Registry.registerEventListener(
        lambda event: print(json.dumps(str(event.any_data)), flush=True), "object:announcement"
    )
    print(json.dumps("ready"), flush=True)
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
