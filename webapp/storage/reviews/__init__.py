"""Models and queries for reviews and obstacles."""
