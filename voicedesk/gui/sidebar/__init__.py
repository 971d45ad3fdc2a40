"""The left side of the window: search, conversations, pages."""
