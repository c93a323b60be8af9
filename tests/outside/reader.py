"""What a screen reader does: run by the system's Python, which has pyatspi; told and answering in lines of JSON.

Each line is `{"do": NAME, "pid": PID, …}`; the answer is `{"is": …}` or `{"lost": WHY}`. Nodes are found by role and
name, and only those that are showing.
"""

import json
import sys
import time

import pyatspi

LEFT = ("press", "click", "toggle")


class Lost(Exception):
    """What was looked for is not there."""


def roots(pid):
    """Yield what that process shows; a program that has ended, or has just begun anew, is passed over."""
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        try:
            child = desktop.getChildAtIndex(index)
            if child is None or child.get_process_id() != pid:
                continue
            child.clear_cache()
        except Exception:
            continue
        yield child


def children(node):
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield child


def walk(nodes):
    """Yield every node, with its depth; one that has gone meanwhile is passed over."""
    waiting = [(node, 0) for node in nodes]
    while waiting:
        node, depth = waiting.pop()
        try:
            below = list(children(node))
        except Exception:
            continue
        yield node, depth
        waiting += [(child, depth + 1) for child in reversed(below)]


def showing(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def found(pid, role, name, contains=False, scrolled=False, about=None):
    """Return the first of this role and name that can be seen; `scrolled` takes in what lies beyond the window.

    `about` is its description, where several have one name.
    """
    for node, _ in walk(roots(pid)):
        try:
            if role and node.getRoleName() != role:
                continue
            named = node.name or ""
            if about is not None and node.description != about:
                continue
            if (name in named if contains else name in (None, named)) and (scrolled or showing(node)):
                return node
        except Exception:
            continue
    return None


def waited(asked, scrolled=False):
    role, name, seconds = asked.get("role"), asked.get("name"), asked.get("seconds", 10)
    end_s = time.monotonic() + seconds
    while True:
        node = found(asked["pid"], role, name, asked.get("contains", False), scrolled, asked.get("about"))
        if node is not None:
            return node
        if time.monotonic() > end_s:
            raise Lost(f"no {role or 'node'} named {name!r} after {seconds} s; there are:\n{tree(asked)}")
        time.sleep(0.05)


def wait(asked):
    return waited(asked).name


def there(asked):
    return found(asked["pid"], asked.get("role"), asked.get("name"), asked.get("contains", False)) is not None


def gone(asked):
    """Wait until nothing of this role and name is showing any more."""
    end_s = time.monotonic() + asked.get("seconds", 10)
    while there(asked):
        if time.monotonic() > end_s:
            raise Lost(f"{asked.get('role')} {asked.get('name')!r} is still there:\n{tree(asked)}")
        time.sleep(0.05)


def press(asked):
    node = waited(asked)
    action = node.queryAction()
    names = [action.getName(index).lower() for index in range(action.nActions)]
    index = next((index for index, name in enumerate(names) if name in LEFT), None)
    if index is None:
        raise Lost(f"{asked['role']} {asked['name']!r} cannot be pressed, only {names}")
    action.doAction(index)


def focus(asked):
    """Give it the keyboard; the page is scrolled to it."""
    node = waited(asked, scrolled=True)
    node.queryComponent().grabFocus()
    end_s = time.monotonic() + 5
    while not (node.getState().contains(pyatspi.STATE_FOCUSED) and showing(node)):
        if time.monotonic() > end_s:
            raise Lost(f"{asked['role']} {asked['name']!r} does not take the keyboard, or is not seen with it")
        time.sleep(0.02)


def write(asked):
    """Write over what stands in a field."""
    if not waited(asked).queryEditableText().setTextContents(asked["text"]):
        raise Lost(f"{asked['name']!r} cannot be written in")


def controls(asked):
    """Return role, name and description of all that can have the keyboard, seen or not, and what states it has."""
    told = []
    for node, _ in walk(roots(asked["pid"])):
        try:
            state = node.getState()
            if state.contains(pyatspi.STATE_FOCUSABLE) and state.contains(pyatspi.STATE_VISIBLE):
                states = [pyatspi.stateToString(each) for each in state.getStates()]
                told.append([node.getRoleName(), node.name or "", node.description or "", states])
        except Exception:
            continue
    return told


def focused(asked):
    """Return the name of what has the keyboard, or "" where nothing has that can be named."""
    for node, _ in walk(roots(asked["pid"])):
        try:
            if node.name and node.getRoleName() != "frame" and node.getState().contains(pyatspi.STATE_FOCUSED):
                return node.name
        except Exception:
            continue
    return ""


def put(asked):
    """Set a slider."""
    waited(asked).queryValue().currentValue = asked["value"]


def value(asked):
    return waited(asked).queryValue().currentValue


def checked(asked):
    return waited(asked).getState().contains(pyatspi.STATE_CHECKED)


def text(asked):
    return waited(asked).queryText().getText(0, -1)


def names(asked):
    """Return the names of all nodes of this role."""
    role = asked.get("role")
    every = (node for node, _ in walk(roots(asked["pid"])) if role in (None, node.getRoleName()) and showing(node))
    return [node.name for node in every]


def tree(asked):
    told = []
    for node, depth in walk(roots(asked["pid"])):
        try:
            told.append(f"{'  ' * depth}{node.getRoleName()} {node.name!r}{'' if showing(node) else ' (hidden)'}")
        except Exception:
            continue
    return "\n".join(told)


DOES = {
    each.__name__: each
    for each in (wait, there, gone, press, focus, focused, write, controls, put, value, checked, text, names, tree)
}


def main():
    print(json.dumps({"is": "ready"}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            answer = {"is": DOES[asked["do"]](asked)}
        except Lost as lost:
            answer = {"lost": str(lost)}
        except Exception as error:
            answer = {"lost": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
