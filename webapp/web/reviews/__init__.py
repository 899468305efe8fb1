"""Pages for reviews and obstacles."""
