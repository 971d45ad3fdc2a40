"""A sound file that becomes a question: chosen, dropped or pasted, looked at, then sent."""
