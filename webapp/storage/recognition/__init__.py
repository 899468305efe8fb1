"""Models and queries for recognition."""
