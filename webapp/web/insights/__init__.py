"""Pages for reading the log: trends, quality, pitfalls, patterns, evidence."""
