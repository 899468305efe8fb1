"""Whether an entry can still arrive that another one, which is here already, is about."""

from webapp.domain.account.acting import Acting
from webapp.storage.outbox.receipts import has_receipt


def may_still_come(acting: Acting, entry_id: str) -> bool:
    """Return whether the entry that makes a thing may still arrive; nothing has this id now.

    Only of one's own things, whose phone sends them in any order: what is a team's was seen on its
    pages, so that it was stored. With a receipt it was undone.
    """
    return acting.owner == acting.actor and not has_receipt(acting.actor, entry_id)
