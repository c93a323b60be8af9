"""What a program did to the world outside it, as `strace` has seen it."""

from __future__ import annotations

import re

CALLS = "socket,bind,connect,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
OPENED = re.compile(r"\bopen(?:at)?\((.*)\) = \d+<(.*)>$")
MADE = re.compile(r"\b(?:mkdir|mkdirat|creat|rename\w*|link\w*|symlink\w*)\((.*)\) = \d+")
BOUND = re.compile(r'\bbind\(.*sun_path=(@?)"([^"]*)"')
NAMED = re.compile(r'"([^"]*)"')


def under_trace(path):
    """Return what to run a program under so that `path` tells of it and of all that it starts."""
    return ["strace", "-f", "-D", "-y", "--seccomp-bpf", "-s", "400", "-e", f"trace={CALLS}", "-o", str(path)]


def families(trace):
    """Return the kinds of socket that were asked for."""
    return set(re.findall(r"\bsocket\((\w+)", trace))


def written(trace):
    """Return every path that was opened for writing, made, renamed or bound."""
    paths = set()
    for line in trace.splitlines():
        if (opened := OPENED.search(line)) and WRITING.search(opened[1]):
            paths.add(opened[2])
        elif made := MADE.search(line):
            paths |= {name for name in NAMED.findall(made[1]) if name.startswith("/")}
        elif bound := BOUND.search(line):
            paths.add(bound[1] + bound[2])
    return paths
