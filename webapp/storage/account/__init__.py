"""Models and queries for people and what is theirs: sessions, passwords, settings, absences."""
