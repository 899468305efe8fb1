"""Models and queries for decisions and their outcomes."""
