"""Keep the catalogues of `resources/translations` in step with the words of the program; no part of it."""
