"""How files come into the window: what has to be asked first, and what can be done again otherwise."""
