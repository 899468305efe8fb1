"""Use cases for the entries that phones send."""
