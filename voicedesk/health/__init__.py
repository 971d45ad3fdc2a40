"""Look at what the program needs on this machine, and say what to do about what is missing."""
