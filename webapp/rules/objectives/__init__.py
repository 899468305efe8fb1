"""Rules for objectives, their lattice, indicators and tables of values."""
