"""The database and its engines, below every model: connections, locks."""
