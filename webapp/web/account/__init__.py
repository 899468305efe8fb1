"""Pages for people and what is theirs: sessions, passwords, settings, absences."""
