"""Be the tray of a desktop: show icons of programs, and do with them what a person does.

It is run by the system's Python, which has GLib. Each line from standard input is a command: `look` prints
the tooltip and the menu as JSON, `click LABEL` chooses from the menu, `press` presses the icon.
"""

import json
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # a system package

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
INTERFACE = f"""
<node><interface name="{WATCHER}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>
"""


class NoIcon(Exception):
    """No program has put an icon here yet."""


class TrayHost:
    """Watcher and host in one, for the latest icon."""

    def __init__(self) -> None:
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self._item = ""
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self._bus.register_object(
            "/StatusNotifierWatcher", node.interfaces[0], self._on_call, self._on_get, None
        )
        Gio.bus_own_name_on_connection(self._bus, WATCHER, Gio.BusNameOwnerFlags.NONE, None, None)

    def obey(self, command: str) -> object:
        """Carry a command out and give what there is to tell."""
        verb, _, label = command.partition(" ")
        if verb == "press":
            self._call("/StatusNotifierItem", ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))
            return True
        entries = self._entries()
        if verb == "click":
            number = next(number for number, words in entries if words == label)
            click = GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("s", ""), 0))
            self._call(self._property("Menu"), MENU, "Event", click)
            return True
        return {"words": self._property("ToolTip")[2], "menu": [words for _, words in entries if words]}

    def _entries(self) -> list[tuple[int, str]]:
        layout = GLib.Variant("(iias)", (0, -1, []))
        (_, (_, _, entries)) = self._call(self._property("Menu"), MENU, "GetLayout", layout)
        visible = [entry for entry in entries if entry[1].get("visible", True)]
        return [(entry[0], entry[1].get("label", "").replace("_", "")) for entry in visible]

    def _property(self, name: str) -> Any:
        wish = GLib.Variant("(ss)", (ITEM, name))
        return self._call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", wish)[0]

    def _call(self, path: str, interface: str, method: str, arguments: Any) -> Any:
        if not self._item:
            raise NoIcon
        return self._bus.call_sync(
            self._item, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 3_000, None
        ).unpack()

    def _on_call(self, bus: Any, sender: str, path: str, face: str, method: str, wish: Any, to: Any) -> None:
        to.return_value(None)
        if method == "RegisterStatusNotifierItem":
            (name,) = wish.unpack()
            self._item = sender if name.startswith("/") else name

    def _on_get(self, bus: Any, sender: str, path: str, face: str, name: str) -> Any:
        values = {
            "RegisteredStatusNotifierItems": GLib.Variant("as", [self._item] if self._item else []),
            "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
            "ProtocolVersion": GLib.Variant("i", 0),
        }
        return values[name]


def main() -> None:
    host, loop = TrayHost(), GLib.MainLoop()

    def on_line(source: Any, condition: Any) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            told = host.obey(line.strip())
        except (GLib.Error, StopIteration, NoIcon):
            told = None  # it has no such entry now, or is not there at all
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(sys.stdin, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
    loop.run()


if __name__ == "__main__":
    main()
