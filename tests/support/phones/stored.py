"""Read, change, refuse or clear the storage of a phone."""

from typing import Any

from tests.support.phones.chromium import Phone
from tests.support.phones.scripts import CHANGE, HAS_UNSENT, READ, REFUSE


def held(phone: Phone) -> list[dict[str, Any]]:
    """Return all entries on the phone, sent ones too."""
    entries: list[dict[str, Any]] = phone.page.evaluate(READ)
    return entries


def has_unsent(phone: Phone, number: int) -> None:
    """Wait until that many entries wait on the phone; the status line counts things instead."""
    phone.waits_for(HAS_UNSENT, number)


def change_held(phone: Phone, **change: Any) -> None:
    """Set these parts of every entry that waits; `fields` are added to its own."""
    phone.page.evaluate(CHANGE, change)


def refuse_storage(phone: Phone) -> None:
    """Have pages find from now on that the phone keeps nothing, as in some private modes."""
    phone.context.add_init_script(REFUSE)
    phone.page.reload()


def clear_storage(phone: Phone) -> None:
    """Clear the storage, as a phone does that is short of space; cookies stay."""
    session = phone.context.new_cdp_session(phone.page)
    kinds = "indexeddb,cache_storage,local_storage,service_workers"
    session.send("Storage.clearDataForOrigin", {"origin": phone.url, "storageTypes": kinds})
    session.detach()
