"""Pages for the entries that phones send."""
