"""Storage: many writers on one file, and backups while others write."""
