"""Use cases for recognition."""
