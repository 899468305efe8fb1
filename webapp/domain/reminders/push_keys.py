"""The key by which push services know this server."""

from webapp.gateways.push.service import PushService, VapidKey
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.devices import add_key, delete_key, stored_key


def push_key(service: PushService) -> VapidKey:
    """Return the key of this server; the first time it is made and stored."""
    stored = stored_key()
    if not stored:
        made = service.new_key()
        with transaction():
            add_key(made.private, made.public)
        stored = stored_key()  # another process may have been first
    assert stored  # noqa: S101 - it was stored just now
    return VapidKey(stored.private, stored.public)


def replace_key(service: PushService) -> None:
    """Give this server another key, which each phone takes over when its next page loads.

    Until then services refuse what is sent to that phone.
    """
    made = service.new_key()
    with transaction():
        delete_key()
        add_key(made.private, made.public)
