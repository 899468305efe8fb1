"""Models and queries for the entries that phones send."""
