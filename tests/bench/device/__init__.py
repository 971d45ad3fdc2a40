"""A sound card that counts: build it, load it into a child process, read what it played."""
