"""Plumbing of every page: requests, answers, forms, words; imports no other area."""
