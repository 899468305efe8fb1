"""Refusing requests without permission, in one place: no page does it by itself (R29)."""

from flask import Flask, abort, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from webapp.domain.account.roles import role_in_organisation
from webapp.domain.teams.acting import ARCHIVED
from webapp.rules.rights.permissions import Access, Permission, Role, may
from webapp.rules.shared.ids import id_of_organisation
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.web.shared.forms.owners import JSON
from webapp.web.shared.login import ask_to_sign_in, current_person
from webapp.web.shared.permissions.acting import permit, role_here, team_of_page
from webapp.web.shared.permissions.routes import ROUTES


def init_app(app: Flask) -> None:
    """Check the rights of every request; only the limits on changes are checked later."""
    app.before_request(_check)


def _check() -> ResponseReturnValue | None:
    """Return the answer instead of the page: a form to sign in; NotFound: it is not permitted."""
    if request.url_rule is None or request.method == "OPTIONS":
        return None  # there is no such page
    needs = _needed(request.url_rule.rule)
    if needs and (may(Role.SIGNED_OUT, needs) or may(Role.LINK, needs)):
        return None  # without asking who it is: the database may not answer
    if not current_user.is_authenticated:
        # Never a redirect for the outbox: a phone would take the sign-in page for success.
        return abort(401) if request.endpoint == JSON else ask_to_sign_in()
    role = _role() if needs else Role.STRANGER
    if needs is None or not may(role, needs):
        raise NotFound
    permit(role)
    if needs.access is Access.CHANGE:  # only then: a phone in a review asks every other second
        _refuse_archived()
    return None


def _refuse_archived() -> None:
    team = team_of_page()
    if team and team.is_archived:
        raise Invalid(ARCHIVED)


def _role() -> Role:
    """Return what the person is to the owner whom the address names, themself if it names none."""
    organisation = (request.view_args or {}).get("organisation")
    if organisation is None:
        return role_here()
    return role_in_organisation(current_person().id, id_of_organisation(organisation))


def _needed(rule: str) -> Permission | None:
    method = "GET" if request.method == "HEAD" else request.method
    return ROUTES.get(f"{method} {rule}")
