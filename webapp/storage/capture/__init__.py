"""Models and queries for Today and the log: wins, check-ins, presets, shares, routines."""
