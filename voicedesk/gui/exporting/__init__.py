"""Export a conversation: choose a format and a place, and hear what became of it."""
