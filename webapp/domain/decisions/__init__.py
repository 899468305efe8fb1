"""Use cases for decisions and their outcomes."""
