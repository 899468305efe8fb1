"""What a micro-goal is."""

LIMIT = 3  # active at once, unless the person chooses another number (R21)
LIMITS = range(1, 8)
