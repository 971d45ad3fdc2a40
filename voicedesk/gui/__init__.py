"""The window: the only place that knows Qt."""

from voicedesk.gui.imports import leave_imports_alone

leave_imports_alone()
