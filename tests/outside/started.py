"""The real program, started as a process on a screen of its own, by a person with a home and nothing else."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"


class Person:
    """Somebody with folders of their own and a screen; `bus` is their session bus, if any."""

    def __init__(self, folder, screen=None):
        self.folder = folder
        self.home = folder / "home"
        self.screen = screen
        self.bus = None
        for name, mode in (("run", 0o700), ("tmp", 0o700), ("person", 0o700)):
            (folder / name).mkdir(mode=mode, parents=True, exist_ok=True)

    def environment(self):
        """Return all that the program gets to know of the world."""
        told = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.folder / "person"),
            "TMPDIR": str(self.folder / "tmp"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "GROUNDING_HOME": str(self.home),
            "QT_QPA_PLATFORM": "offscreen" if self.screen is None else "xcb",
        }
        if self.screen:
            told |= self.screen.environment()
        if self.bus:
            told |= {"DBUS_SESSION_BUS_ADDRESS": self.bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        return told

    def says(self, *arguments, **more):
        """Run a command of the command line to its end."""
        return subprocess.run(
            [sys.executable, "-m", "grounding", *arguments],
            cwd=ROOT,
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            **more,
        )

    def journal(self):
        """Return what `journal list --json` tells."""
        done = self.says("journal", "list", "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


class Program:
    """The window of one home, as a process; `before` is what it is run under."""

    def __init__(self, person, *arguments, before=(), code=None, **environment):
        run = ["-c", code] if code else ["-m", "grounding"]
        self._errors = (person.folder / "errors.txt").open("ab+")
        self._begun = self._errors.seek(0, os.SEEK_END)
        self.process = subprocess.Popen(
            [*before, sys.executable, *run, *arguments],
            cwd=ROOT,
            env=person.environment() | environment,
            stdout=self._errors,
            stderr=self._errors,
        )
        self.pid = self.process.pid

    def running(self):
        """Whether it runs."""
        return self.process.poll() is None

    def said(self):
        """Return what it has written to its terminal."""
        self._errors.seek(self._begun)
        return self._errors.read().decode()

    def end(self, by=signal.SIGTERM):
        """End it as the system would; return its exit status."""
        self.process.send_signal(by)
        return self.over()

    def over(self):
        """Wait until it has ended; return its exit status."""
        return self.process.wait(20)

    def kill(self):
        """Kill it, at once."""
        self.process.kill()
        self.process.wait()

    def close(self):
        """Leave nothing running."""
        if self.running():
            self.kill()
        self._errors.close()


@contextlib.contextmanager
def reading(person):
    """Give the person a session bus with accessibility on it, and lend their screen reader."""
    environment = person.environment() | {"NO_AT_BRIDGE": "0"}
    with contextlib.ExitStack() as open_things:

        def started(*command, **more):
            process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, **more)
            open_things.enter_context(process)
            open_things.callback(process.terminate)
            return process

        bus = started("dbus-daemon", "--session", "--nofork", "--print-address", stdout=subprocess.PIPE, text=True)
        person.bus = bus.stdout.readline().strip()
        environment["DBUS_SESSION_BUS_ADDRESS"] = person.bus
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        reader = Reader(started(SYSTEM_PYTHON, str(READER), **pipes))
        try:
            yield reader
        finally:
            person.bus = None


class Reader:
    """Finds what is showing in a program by role and name, and does what can be done with it."""

    def __init__(self, process):
        self._process = process
        assert self._answer() == "ready"
        self.pid = 0
        """The program that is read."""

    def wait(self, role, name=None, **more):
        """Wait until it is showing, and return its name; `contains=True` takes a part of the name."""
        return self._asked("wait", role, name, **more)

    def there(self, role, name=None, **more):
        """Whether it is showing now."""
        return self._asked("there", role, name, **more)

    def gone(self, role, name=None, **more):
        """Wait until it is showing no more."""
        self._asked("gone", role, name, **more)

    def press(self, role, name, **more):
        """Press it."""
        self._asked("press", role, name, **more)

    def focus(self, role, name, **more):
        """Give it the keyboard."""
        self._asked("focus", role, name, **more)

    def write(self, name, text, **more):
        """Write over what stands in a field, which is looked for wherever it is on the page."""
        self.focus("text", name, **more)
        self._asked("write", "text", name, text=text, **more)

    def do(self, role, name, **more):
        """Press something, wherever it is on the page."""
        self.focus(role, name, **more)
        self.press(role, name, **more)

    def controls(self):
        """Return role, name, description and states of all that can have the keyboard."""
        return self._asked("controls", None, None)

    def focused(self):
        """Return the name of what has the keyboard."""
        return self._asked("focused", None, None)

    def put(self, name, value):
        """Set a slider."""
        self._asked("put", "slider", name, value=value)

    def value(self, name):
        """Return where a slider stands."""
        return self._asked("value", "slider", name)

    def checked(self, role, name, **more):
        """Whether it is ticked or chosen."""
        return self._asked("checked", role, name, **more)

    def text(self, name, **more):
        """Return what stands in a field."""
        return self._asked("text", "text", name, **more)

    def names(self, role):
        """Return the names of all of one role."""
        return self._asked("names", role, None)

    def tree(self):
        """Return all that is there, as text."""
        return self._asked("tree", None, None)

    def _asked(self, do, role, name, **more):
        line = json.dumps({"do": do, "pid": self.pid, "role": role, "name": name} | more)
        self._process.stdin.write(line + "\n")
        return self._answer()

    def _answer(self):
        line = self._process.stdout.readline()
        assert line, "the screen reader has ended"
        answer = json.loads(line)
        if "lost" in answer:
            raise AssertionError(answer["lost"])
        return answer["is"]
