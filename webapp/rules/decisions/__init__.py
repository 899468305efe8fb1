"""Rules for decisions and their outcomes."""
