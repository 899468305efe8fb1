"""Sending pushes for real: sealed, signed, to the vendor's service."""

import logging
from dataclasses import dataclass, field
from http.client import HTTPException

from webapp.gateways.push import sealing
from webapp.gateways.push.connections import Connections
from webapp.gateways.push.service import Answer, Outcome, Push, VapidKey
from webapp.rules.reminders.endpoints import endpoint_of
from webapp.rules.reminders.retries import wait_of

TAKEN = {200, 201, 202, 204}
GONE = {404, 410}
log = logging.getLogger(__name__)


@dataclass
class WebPush:
    """Sends pushes; subject: whom a service asks about them, an address of the operator's."""

    subject: str
    connections: Connections = field(default_factory=Connections)

    def new_key(self) -> VapidKey:
        """Return a new key."""
        return sealing.new_key()

    def send(self, push: Push, key: VapidKey, now: int) -> Answer:
        """Send one push; now: ms."""
        endpoint = endpoint_of(push.to.endpoint)
        if not endpoint:
            return Answer(Outcome.REFUSED)
        headers = {
            "Authorization": sealing.signature(endpoint.host, key, self.subject, now),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(push.ttl),
            "Topic": push.topic,
            "Urgency": "normal",
        }
        body = sealing.sealed(push)
        try:
            answered = self.connections.post(endpoint.host, endpoint.path or "/", body, headers)
        except (OSError, HTTPException) as error:
            log.warning("a push service could not be reached: %s", type(error).__name__)
            return Answer(Outcome.LATER)
        return _meaning(*answered, now)


def _meaning(status: int, retry_after: str, now: int) -> Answer:
    if status in TAKEN:
        return Answer(Outcome.TAKEN)
    if status in GONE:
        return Answer(Outcome.GONE)
    if status == 429 or status >= 500:
        return Answer(Outcome.LATER, wait_of(retry_after, now))
    log.warning("a push service refused a push with status %d", status)
    return Answer(Outcome.REFUSED)
