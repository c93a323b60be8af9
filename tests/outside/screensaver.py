"""A desktop's screen saver, run by the system's Python: tells in lines when it is held, and when it is free again.

As desktops do, it lets go of whoever leaves the bus. With `--mute` it never answers.
"""

import sys

from gi.repository import Gio, GLib

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
INTERFACE = f"""
<node><interface name="{NAME}">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="UnInhibit"><arg type="u" direction="in"/></method>
</interface></node>
"""


def tell(*words):
    print(*words, flush=True)


def called(bus, sender, _path, _interface, method, given, call):
    if method == "UnInhibit":
        tell("free")
        call.return_value(None)
        return
    tell("held by", given.unpack()[0])
    Gio.bus_watch_name_on_connection(bus, sender, Gio.BusNameWatcherFlags.NONE, None, lambda *_: tell("free"))
    if "--mute" not in sys.argv:
        call.return_value(GLib.Variant("(u)", (7,)))


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: tell("ready"), None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
