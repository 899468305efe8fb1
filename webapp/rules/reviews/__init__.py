"""Rules for reviews and obstacles."""
