"""Random tokens, of which the server stores only a keyed hash."""

import hashlib
import hmac
import secrets


def new_token() -> str:
    """Return 256 random bits as text that can be part of an address."""
    return secrets.token_urlsafe(32)


def keyed_hash(text: str, secret: bytes) -> str:
    """Return what is stored of `text`: 64 hex digits, useless without the secret.

    HMAC-SHA256.
    """
    return hmac.new(secret, text.encode(errors="replace"), hashlib.sha256).hexdigest()
