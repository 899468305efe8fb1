"""The server's keys: it hashes with the current one, and recognises hashes by earlier ones, too."""

import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EarlierKey:
    """A key that was replaced; until: ms, from when on nothing is recognised by it."""

    secret: bytes = field(repr=False)
    until: int


@dataclass(frozen=True, slots=True)
class Keys:
    """The current key, and earlier ones, each until its end."""

    current: bytes = field(repr=False)
    earlier: tuple[EarlierKey, ...] = ()

    def hash(self, text: str) -> str:
        """Return what is stored of `text`: 64 hex digits, useless without the current key."""
        return _keyed_hash(text, self.current)

    def hashes(self, text: str, now: int) -> list[str]:
        """Return what may be stored of `text` at `now` (ms): by the current key, then by others."""
        accepted = [key.secret for key in self.earlier if now < key.until]
        return [_keyed_hash(text, secret) for secret in (self.current, *accepted)]


def _keyed_hash(text: str, secret: bytes) -> str:
    # HMAC-SHA256
    return hmac.digest(secret, text.encode(errors="replace"), "sha256").hex()
