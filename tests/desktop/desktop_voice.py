"""Say on the bus what a desktop says: that the computer sleeps, or that the screen was locked.

It is run by the system's Python, which has GLib, with the name to speak as. Each line from standard input is
`PATH INTERFACE SIGNAL true|false`, and is answered by an empty line.
"""

import sys

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # a system package


def main(name: str) -> None:
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, None, None)
    for line in sys.stdin:
        path, interface, signal, value = line.split()
        bus.emit_signal(None, path, interface, signal, GLib.Variant("(b)", (value == "true",)))
        bus.flush_sync()
        sys.stdout.write("\n")
        sys.stdout.flush()


main(sys.argv[1])
