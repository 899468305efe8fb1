"""Models and queries for objectives, their lattice, indicators and tables of values."""
