"""Use cases for read-only links."""
