"""Help: the keys of the program, and what it is made of."""
