"""Log lines of what concerns the security of accounts: who tried, from where, as keyed hashes.

The same place and the same account have the same hash as long as the key is the same, so that
an attack shows, and no line says an address or whose account it is.
"""

import logging

from flask import request

from webapp.rules.account.addresses import folded_email
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import network_of
from webapp.web.shared.login import keys
from webapp.web.shared.request_log import request_fields

logger = logging.getLogger(__name__)

LENGTH = 16  # hex digits: enough to tell apart, and nothing else is derived from it
WARNINGS = frozenset(
    {"sign-in refused", "confirmation refused", "link refused", "forged", "limited"}
)


def log_event(what: str, account: object = "") -> None:
    """Log that `what` happened in this request; account: its e-mail address as given, if known."""
    fields = {**request_fields(), "place": _hash("place", network_of(request.remote_addr or ""))}
    if account:
        fields["account"] = _hash("account", folded_email(account))
    level = logging.WARNING if what in WARNINGS else logging.INFO
    logger.log(level, what, extra={"fields": fields})


def log_refusal(invalid: Invalid, field: str, account: str) -> None:
    """Log that the password in `field` was wrong, if that is among what was."""
    if any(problem.field == field for problem in invalid.problems):
        log_event("confirmation refused", account)


def _hash(kind: str, text: str) -> str:
    return keys().hash(f"log {kind}\n{text}")[:LENGTH]
