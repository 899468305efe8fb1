"""Rules for the entries that phones send."""
