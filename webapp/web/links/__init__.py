"""Pages of read-only links."""
