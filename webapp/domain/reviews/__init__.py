"""Use cases for reviews and obstacles."""
