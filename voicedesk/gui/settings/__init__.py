"""The settings: a page a subject, and what pages are made of."""
