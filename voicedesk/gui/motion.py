"""Tell whether things may move."""

import os

from PySide6.QtWidgets import QStyle, QWidget

from voicedesk.gui.style import current_wish

STILL_OVERRIDE = "VOICEDESK_REDUCE_MOTION"


def is_still(widget: QWidget) -> bool:
    """Tell whether motion shall be left out, by the settings, the override or the system's wish."""
    if current_wish().is_still:
        return True
    hint = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return bool(os.environ.get(STILL_OVERRIDE, "")) or hint == 0
