"""Random tokens, of which the server keeps a keyed hash only."""

import hashlib
import hmac
import secrets


def new_token() -> str:
    """256 random bits, as text that can stand in an address."""
    return secrets.token_urlsafe(32)


def keyed_hash(text: str, secret: bytes) -> str:
    """What is stored of `text`: 64 characters that say nothing without the secret."""
    return hmac.new(secret, text.encode(errors="replace"), hashlib.sha256).hexdigest()
