"""Tell whether things may move."""

import os

from PySide6.QtWidgets import QStyle, QWidget

STILL_OVERRIDE = "VOICEDESK_REDUCE_MOTION"


def is_still(widget: QWidget) -> bool:
    """Tell whether motion shall be left out, by the override or by the system's wish."""
    hint = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return bool(os.environ.get(STILL_OVERRIDE, "")) or hint == 0
