"""Models and queries for reminders."""
