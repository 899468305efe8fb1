"""Storage: many writers on one file, and backups under load."""
