"""Use cases for Today and the log: wins, check-ins, presets, shares, routines."""
