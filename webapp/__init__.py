"""Small Wins: one tap records a win, one tap records how confident you feel."""

__version__ = "0.1.0"
