"""Servers of tests that are forked from a process that has loaded the app."""
