"""Guards, taken out one at a time: a fast test must notice each (A8)."""
