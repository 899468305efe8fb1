"""Mails: which are wanted, what they say, and sending them."""
