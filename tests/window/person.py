"""Somebody at the window: with a keyboard, with a screen reader, and with a clock in the hand."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from grounding.base.clock import SessionClock

PATIENCE_S = 10.0
ROLES = {
    "push button": QAccessible.Role.Button,
    "check box": QAccessible.Role.CheckBox,
    "radio button": QAccessible.Role.RadioButton,
    "page tab": QAccessible.Role.PageTab,
    "link": QAccessible.Role.Link,
    "heading": QAccessible.Role.Heading,
    "slider": QAccessible.Role.Slider,
    "text": QAccessible.Role.EditableText,
    "label": QAccessible.Role.StaticText,
    "alert": QAccessible.Role.AlertMessage,
    "image": QAccessible.Role.Graphic,
    "panel": QAccessible.Role.Grouping,
}
NAMES = {role: name for name, role in ROLES.items()}
CONTROLS = ("push button", "check box", "radio button", "page tab", "link", "slider", "text")
PRESSED = ("push button", "check box", "radio button", "page tab", "link")


class Hand:
    """A clock that only goes when it is moved."""

    def __init__(self):
        self.awake_s, self.slept_s = 1000.0, 0.0
        self.clock = SessionClock(lambda: self.awake_s, lambda: self.awake_s + self.slept_s)


def until(true, what="it"):
    """Let the window live until something is true."""
    ends_s = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < ends_s, f"{what} never came"
        QTest.qWait(0)
        time.sleep(0.002)  # which lets other threads go on; `qWait` holds the interpreter while it waits


class Said:
    """One thing a screen reader can find, as it was when it was found.

    Of Qt's own interface nothing is held: it goes with its item, and what Python still holds of it is then nothing.
    """

    def __init__(self, interface):
        actions, state = interface.actionInterface(), interface.state()
        self.role = NAMES.get(interface.role(), interface.role().name)
        self.name = interface.text(QAccessible.Text.Name)
        self.description = interface.text(QAccessible.Text.Description)
        self.seen = not state.invisible
        self.checked, self.selected = bool(state.checked), bool(state.selected)
        self.reached = bool(state.focusable)
        self.actions = tuple(actions.actionNames()) if actions is not None else ()
        self.item = interface.object()
        self.value = interface.valueInterface().currentValue() if self.role == "slider" else None
        self.typed = _typed(interface) if self.role == "text" else ""

    def __repr__(self):
        return f"{self.role} “{self.name}”"

    @property
    def interface(self):
        return QAccessible.queryAccessibleInterface(self.item)


def _typed(interface):
    text = interface.textInterface()
    return text.text(0, text.characterCount())


class Person:
    """Somebody at one window."""

    def __init__(self, grounding, hand):
        self.grounding, self.hand = grounding, hand
        self.window = grounding.window
        QTest.qWaitForWindowExposed(self.window)
        self.window.requestActivate()
        assert QTest.qWaitForWindowActive(self.window)
        self.settle()

    def __getattr__(self, part):
        return getattr(self.grounding, part)

    def settle(self):
        """Let whatever is under way in the window happen; words and answers on their way to the disk too."""
        done = []
        self.jobs.run(lambda: None, done.append)
        until(lambda: done, "the end of the jobs")
        QTest.qWait(0)

    @property
    def home(self):
        """The folder of everything."""
        return self.journal._folder.parent

    # The keyboard

    @property
    def focused(self):
        return self.window.activeFocusItem()

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            QTest.keyClick(self.window, key, modifiers)
            QTest.qWait(0)

    def type(self, text):
        for letter in text:
            self.key(letter)

    def tab_to(self, role, name, about=None):
        """Go on with Tab until the keyboard is on it."""
        wanted = self.find(role, name, about).item
        for _ in range(400):
            if self.focused is wanted:
                return wanted
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {role} “{name}”")

    def click(self, item, at=None):
        """Click into the middle of an item, or somewhere else in it."""
        point = item.mapToScene(at or QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        QTest.qWait(0)

    def focused_name(self):
        """What a screen reader says of the place where the keyboard is."""
        interface = QAccessible.queryAccessibleInterface(self.focused)
        return repr(Said(interface)) if interface is not None else ""

    # The screen reader

    def everything(self):
        """All that a screen reader can find, in order."""
        found, waiting = [], [QAccessible.queryAccessibleInterface(self.window)]
        while waiting:
            interface = waiting.pop(0)
            said = Said(interface)
            if said.seen:
                found.append(said)
                children = [interface.child(index) for index in range(interface.childCount())]
                waiting = [each for each in children if each is not None] + waiting
        return found

    def every(self, role, name=None):
        return [said for said in self.everything() if said.role == role and name in (None, said.name)]

    def find(self, role, name, about=None):
        """The one of that role and name, and of that description where several have one name."""
        found = [said for said in self.every(role, name) if about in (None, said.description)]
        assert found, f"no {role} “{name}” among {[each for each in self.everything() if each.name]}"
        assert len(found) == 1, f"more than one {role} “{name}”"
        return found[0]

    def missing(self, role, name):
        return not self.every(role, name)

    def press(self, role, name, about=None):
        self.act(self.find(role, name, about))

    def act(self, said):
        wanted = [name for name in ("Press", "Toggle") if name in said.actions]
        assert wanted, f"{said} can only {said.actions}"
        said.interface.actionInterface().doAction(wanted[0])
        QTest.qWait(0)

    def set_value(self, name, value):
        self.find("slider", name).interface.valueInterface().setCurrentValue(value)
        QTest.qWait(0)

    def write(self, name, text):
        """Write into a field as an assistive tool does."""
        self.find("text", name).interface.editableTextInterface().insertText(0, text)
        QTest.qWait(0)

    def texts(self):
        """Every name, description and text of the whole tree."""
        for said in self.everything():
            yield from (said.name, said.description)
            yield said.typed

    # Time

    def wait(self, seconds, step_s=None):
        """Let so many seconds go by on the clock in the hand, at once or in steps."""
        whole, step_s = seconds, step_s or seconds
        while whole > 1e-9:
            self.hand.awake_s += min(step_s, whole)
            whole -= step_s
            self.run.look()
            self.run._look_closely()
        QTest.qWait(0)

    # What is drawn

    def items(self, root=None):
        """Every visible item under `root`, or the whole window."""
        waiting = [root or self.window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            if item.isVisible():
                yield item
                waiting = list(item.childItems()) + waiting

    def of_kind(self, kind):
        """Every object of one of Qt's own types, whatever its parent."""
        return [each for each in self._objects(self.window) if each.inherits(kind)]

    def with_property(self, name):
        """Every visible item that has a property of that name."""
        return [item for item in self.items() if item.property(name) is not None]

    @property
    def orb(self):
        """The circle, which knows its `emptyRadius`."""
        return self.with_property("emptyRadius")[0]

    def _objects(self, root):
        seen, waiting = set(), [root, self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item in seen:
                continue
            seen.add(item)
            yield item
            waiting += item.findChildren(QObject, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if isinstance(item, QQuickItem):
                waiting += item.childItems()
