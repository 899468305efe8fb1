"""A browser that subscribed to pushes, with keys of its own, as far as servers see it."""

import base64
import json
import os
from typing import Any

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from webapp.rules.reminders.subscriptions import Subscription

HOST = "updates.push.services.mozilla.com"


def text_of(data: bytes) -> str:
    """Return bytes as browsers write them, in base64url."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


class PushBrowser:
    """Subscribed at an address of the loopback push service, or of any."""

    def __init__(self, path: str = "/201/phone", host: str = HOST) -> None:
        self._private = ec.generate_private_key(ec.SECP256R1())
        self._secret = os.urandom(16)
        public = self._private.public_key()
        point = public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.subscription = Subscription(
            f"https://{host}{path}", text_of(point), text_of(self._secret)
        )

    @property
    def form(self) -> dict[str, str]:
        """Return what its page sends to subscribe."""
        own = self.subscription
        return {"endpoint": own.endpoint, "p256dh": own.p256dh, "auth": own.auth}

    def read(self, body: bytes) -> dict[str, Any]:
        """Return what a push to it says."""
        opened = http_ece.decrypt(
            body, private_key=self._private, auth_secret=self._secret, version="aes128gcm"
        )
        said: dict[str, Any] = json.loads(opened)
        return said
