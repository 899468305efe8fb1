"""Random tokens, of which the server stores only a keyed hash."""

import secrets


def new_token() -> str:
    """Return 256 random bits as text that can be part of an address."""
    return secrets.token_urlsafe(32)
