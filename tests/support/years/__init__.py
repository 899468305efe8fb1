"""A simulated year of one person who is reminded (docs/reminders.md)."""
