"""Pages for recognition."""
