"""What a browser gives so that it can be pushed to: an endpoint, and two keys to seal with."""

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256

from webapp.rules.reminders.endpoints import endpoint_of
from webapp.rules.shared.problems import N_, Invalid, Problem

# The curve P-256 (SEC 2, section 2.4.2): y² = x³ - 3x + B over the field of P.
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
POINT = 65  # bytes: 4, x, y
SECRET = 16  # bytes
ELSEWHERE = Problem(
    "endpoint",
    N_(
        "Small Wins cannot send to this browser's push service. Choose e-mail, or use another"
        " browser."
    ),
)
UNUSABLE = Problem("endpoint", N_("This browser gave no usable keys. Switch reminders on again."))


@dataclass(frozen=True, slots=True)
class Subscription:
    """A browser that can be pushed to.

    endpoint: the address at its vendor. p256dh, auth: its public key and secret, base64url.
    """

    endpoint: str
    p256dh: str
    auth: str

    @property
    def id(self) -> str:
        """Its name among the person's devices; the endpoint cannot be computed from it."""
        return sha256(self.endpoint.encode()).hexdigest()[:32]


def parse_subscription(endpoint: object, p256dh: object, auth: object) -> Subscription:
    """Return the subscription that a browser sent; Invalid."""
    if not isinstance(endpoint, str) or not endpoint_of(endpoint):
        raise Invalid(ELSEWHERE)
    point, secret = _bytes(p256dh), _bytes(auth)
    if not _is_on_curve(point) or len(secret) != SECRET:
        raise Invalid(UNUSABLE)
    return Subscription(endpoint, _text(point), _text(secret))


def _bytes(given: object) -> bytes:
    try:
        return base64.urlsafe_b64decode(f"{given}===") if isinstance(given, str) else b""
    except (binascii.Error, ValueError):
        return b""


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _is_on_curve(point: bytes) -> bool:
    # Another point would be refused only when a push is to be sealed.
    if len(point) != POINT or point[0] != 4:
        return False
    x, y = int.from_bytes(point[1:33]), int.from_bytes(point[33:])
    return x < P and y < P and (y * y - (x * x - 3) * x - B) % P == 0
