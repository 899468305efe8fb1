"""Models and queries for reading the log: trends, quality, pitfalls, patterns, evidence."""
