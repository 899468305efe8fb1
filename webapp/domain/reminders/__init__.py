"""Use cases for reminders."""
