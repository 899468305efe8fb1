"""Handing mail to a mail server."""
