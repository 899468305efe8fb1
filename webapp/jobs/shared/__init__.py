"""Ticks, and the chores of a minute."""
