"""Pages for decisions and their outcomes."""
