"""Permissions of requests: what each route needs, and asking for it before its page is called."""
