"""A limit on how often a person may change something by forms."""

from flask import Flask, request
from flask_login import current_user

from webapp.domain.account.rate_limits import CHANGES, take
from webapp.web.shared.csrf import SAFE
from webapp.web.shared.login import current_person
from webapp.web.shared.visits import visit

OUTBOX = "outbox.create"  # has a bucket of its own, in a row that it writes anyway


def init_app(app: Flask) -> None:
    """Count every request of a person that could change something."""
    app.before_request(_count)


def _count() -> None:
    changes = request.method not in SAFE and request.endpoint not in {None, OUTBOX}
    if changes and current_user.is_authenticated:
        take(visit(), CHANGES, "changes", str(current_person().id))
