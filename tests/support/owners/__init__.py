"""Whose rows statements are about, and tables that are spread by it."""
