"""Start with the session by the list of programs in the person's part of the registry."""

import sys
from collections.abc import Sequence

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "VoiceDesk"


if sys.platform == "win32":
    import subprocess
    import winreg

    def is_on() -> bool:
        """Tell whether the session starts the program; the Task Manager notes an odd byte for a no."""
        approval = _value(_APPROVED)
        is_switched_off = isinstance(approval, bytes) and bool(approval) and approval[0] & 1 == 1
        return _value(_RUN) is not None and not is_switched_off

    def turn_on(command: Sequence[str]) -> None:
        """Start it with the session; raises `OSError`."""
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
        _forget(_APPROVED)

    def turn_off() -> None:
        """Leave it alone; raises `OSError`."""
        _forget(_RUN)

    def _value(path: str) -> object:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return winreg.QueryValueEx(key, _NAME)[0]
        except FileNotFoundError:
            return None

    def _forget(path: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, _NAME)
        except FileNotFoundError:
            pass
