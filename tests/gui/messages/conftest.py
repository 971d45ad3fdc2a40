"""The library that reads Markdown, loaded before any test looks at what it makes of a text."""

import pytest

from voicedesk.gui.messages import markdown


@pytest.fixture(autouse=True, scope="session")
def loaded() -> None:
    markdown.preload()
