"""Keep PySide6 from reading the source of every module that is imported after it."""

import sys

import PySide6.QtCore  # noqa: F401  # what is changed here comes with it


def leave_imports_alone() -> None:
    """Answer "does this module use `__feature__`?" with no, without looking.

    To find out, PySide6 searches the source of each imported module for its own name, through `inspect`,
    which also asks modules for attributes that they make on demand. In a worker that loads its libraries
    while others do the same, that can break the import of pydantic and with it the worker. Nothing here uses
    `__feature__`, and there is no documented switch.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature and hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature  # type: ignore[attr-defined]


def _uses_no_feature(module: object) -> bool:
    return False
