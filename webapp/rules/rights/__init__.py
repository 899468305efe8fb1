"""Who may do what: roles, and what each is permitted (R29)."""
