"""What comes when: reminders, what they say, and when it is better to be quiet (R47)."""
