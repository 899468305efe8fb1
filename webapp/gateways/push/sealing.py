"""Sealing a push for one browser, and signing that it comes from this server.

The two libraries are loaded when the first push is sealed: they need 13 MiB, and most servers push
to nobody. They are the extra `push` of this package.
"""

import os
from functools import lru_cache
from importlib.util import find_spec

from webapp.gateways.push.service import Push, VapidKey

NEEDED = ("http_ece", "py_vapid", "cryptography")
HALF_A_DAY = 12 * 60 * 60  # seconds; services take signatures that are valid for a day at most


def is_installed() -> bool:
    """Return whether the libraries are there; loads none of them."""
    return all(find_spec(name) for name in NEEDED)


def new_key() -> VapidKey:
    """Return a new key of this server."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from py_vapid.utils import b64urlencode, num_to_bytes

    made = ec.generate_private_key(ec.SECP256R1())
    at = made.public_key().public_numbers()
    public = b"\x04" + num_to_bytes(at.x, 32) + num_to_bytes(at.y, 32)
    private = num_to_bytes(made.private_numbers().private_value, 32)
    return VapidKey(b64urlencode(private), b64urlencode(public))


def sealed(push: Push) -> bytes:
    """Return the content of a push, which only its browser can read (RFC 8291)."""
    import http_ece
    from cryptography.hazmat.primitives.asymmetric import ec
    from py_vapid.utils import b64urldecode

    body: bytes = http_ece.encrypt(
        push.content,
        salt=os.urandom(16),
        private_key=ec.generate_private_key(ec.SECP256R1()),
        dh=b64urldecode(push.to.p256dh.encode()),
        auth_secret=b64urldecode(push.to.auth.encode()),
        version="aes128gcm",
    )
    return body


def signature(host: str, key: VapidKey, subject: str, now: int) -> str:
    """Return the header that says who sends to a host, and whom to ask about it; now: ms."""
    return _signed(f"https://{host}", key, subject, now // 1000 // HALF_A_DAY)


@lru_cache(maxsize=64)  # one each vendor's host and half day: signing costs as much as sealing
def _signed(audience: str, key: VapidKey, subject: str, half_day: int) -> str:
    from py_vapid import Vapid02

    ends = (half_day + 2) * HALF_A_DAY - HALF_A_DAY // 24
    claims = {"aud": audience, "sub": subject, "exp": ends}
    headers: dict[str, str] = Vapid02.from_raw(key.private.encode()).sign(claims)
    return headers["Authorization"]
