"""A logind with one session: it gives the file that delays sleep, and says when that is closed.

Run by the system's own Python, as `reader.py` is. Each line it is told is a signal that it sends: `sleep`, `wake`,
`lock`, or `saver` for the screen saver's; each line it says is what was asked of it, or `closed`.
"""

import os
import sys

from gi.repository import Gio, GLib

MANAGER = "org.freedesktop.login1.Manager"
PATH, SESSION = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
XML = f"""<node><interface name="{MANAGER}">
<method name="Inhibit">
  <arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="h" direction="out"/>
</method>
<method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""
SIGNALS = {
    "sleep": (PATH, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (True,))),
    "wake": (PATH, MANAGER, "PrepareForSleep", GLib.Variant("(b)", (False,))),
    "lock": (SESSION, "org.freedesktop.login1.Session", "Lock", None),
    "saver": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", GLib.Variant("(b)", (True,))),
    "seen": ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", GLib.Variant("(b)", (False,))),
}


def say(line):
    print(line, flush=True)


def closed(_file, _condition):
    say("closed")
    return False


def called(_bus, _sender, _path, _interface, method, arguments, call):
    say(f"{method} {arguments[0]}")
    if method == "Inhibit":
        here, there = os.pipe()
        files = Gio.UnixFDList()
        handle = files.append(there)
        os.close(there)
        GLib.io_add_watch(here, GLib.IO_HUP, closed)
        call.return_value_with_unix_fd_list(GLib.Variant("(h)", (handle,)), files)
    else:
        call.return_value(GLib.Variant("(o)", (SESSION,)))


def told(_file, _condition):
    lines = os.read(sys.stdin.fileno(), 4096).decode()
    for line in lines.split():
        bus.emit_signal(None, *SIGNALS[line])
    if not lines:
        loop.quit()
    return bool(lines)


loop = GLib.MainLoop()
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], called, None, None)
named = bus.call_sync(
    "org.freedesktop.DBus",
    "/org/freedesktop/DBus",
    "org.freedesktop.DBus",
    "RequestName",
    GLib.Variant("(su)", ("org.freedesktop.login1", 0)),
    None,
    Gio.DBusCallFlags.NONE,
    -1,
    None,
)
assert named
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, told)
say("ready")
loop.run()
