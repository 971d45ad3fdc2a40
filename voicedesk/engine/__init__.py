"""The loop bodies that carry commands out, over ports, in whatever thread a front end gives them."""
