"""Recording a plain form as an entry, so that forms and the outbox take the same path."""

import uuid
from typing import Any

from flask import request

from webapp.domain.account.people import SignedIn
from webapp.domain.outbox import outbox
from webapp.domain.outbox.outbox import Verdict
from webapp.domain.outbox.undo import next_form_id
from webapp.rules.outbox.entries import FORMAT
from webapp.rules.shared.moments import moment_in
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.forms.once import sent_id
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, team_here


def record_entry(verb: str, fields: dict[str, Any], *, own: bool = False) -> Verdict:
    """Record an entry of the signed-in person with these fields; Invalid when it is refused.

    On a page of a team it changes what the team owns, unless it is about something of their `own`.
    """
    person, team = current_person(), None if own else team_here()
    return outbox.record(person, _entry(person, verb, fields), now(), team.owner if team else 0)


def int_or_text(text: str | None, otherwise: int | None = None) -> int | str | None:
    """Return `text` as a whole number if it is one, else unchanged, for the rules to refuse."""
    if not text:
        return otherwise
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) < 16 else text


def _entry(person: SignedIn, verb: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the entry that this request's form makes.

    A page that cannot use the phone's storage sends id and moment of the tap with the form; a page
    without scripts sends the id of the page (once.py beside this), or none.
    """
    form = request.form
    moment = moment_in(zone_of(person), now())
    return {
        "v": FORMAT,
        "id": form.get("id") or _form_id(verb) or str(uuid.uuid4()),
        "verb": verb,
        "at": int_or_text(form.get("at"), moment.instant),
        "offset": int_or_text(form.get("offset"), moment.offset),
        "zone": form.get("zone") or moment.zone,
        "fields": fields,
    }


def _form_id(verb: str) -> str:
    form_id = sent_id()
    return next_form_id(acting(), verb, form_id) if form_id else ""
