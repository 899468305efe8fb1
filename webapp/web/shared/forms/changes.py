"""Limits on how often, and how much, a person may store by forms, for themself or a team."""

from flask import Flask, Response, request
from flask_login import current_user

from webapp.domain.account.acting import Acting
from webapp.domain.account.budget import count_form, refuse_words
from webapp.domain.account.rate_limits import CHANGES, take
from webapp.web.shared.clock import now
from webapp.web.shared.csrf import SAFE
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import team_of_page
from webapp.web.shared.visits import visit

WORDS = frozenset(  # pages whose forms store what people wrote, besides those that make entries
    (
        *("goals", "objectives", "lattice_templates", "indicators", "values", "value_tables"),
        *(
            "review_lines",
            "line_goals",
            "settlements",
            "presets",
            "absences",
            "teams",
            "team_settings",
            "organisations",
            "organisation_teams",
        ),
        # Each stores the words that the goal had until then, however often it goes to and fro.
        *("activations", "parkings", "closures", "rescopings"),
    )
)
OUTBOX = "outbox.create"  # has a bucket of its own, in a row that it writes anyway


def init_app(app: Flask) -> None:
    """Check every request of a person that could change something, and count what was taken."""
    app.before_request(_check)
    app.after_request(_count)


def _check() -> None:
    if _is_form():
        take(visit(), CHANGES, "changes", str(current_person().id))
        if request.blueprint in WORDS and request.method != "DELETE":
            refuse_words(_whose(), now())


def _count(response: Response) -> Response:
    if request.method in SAFE or request.endpoint == OUTBOX:
        return response
    if response.status_code < 400 and request.content_length and _is_form():
        count_form(_whose(), request.content_length)
    return response


def _whose() -> Acting:
    # Of a page of what a team owns the team's; all others store what is the person's.
    return team_of_page() or current_person()


def _is_form() -> bool:
    changes = request.method not in SAFE and request.endpoint not in {None, OUTBOX}
    return changes and current_user.is_authenticated
