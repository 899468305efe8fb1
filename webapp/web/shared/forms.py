"""Making an outbox entry of a plain form, so that forms and the outbox go one way."""

import uuid
from typing import Any

from flask import request

from webapp.domain.account.people import SignedIn
from webapp.rules.outbox.entries import FORMAT
from webapp.rules.shared.moments import moment_in
from webapp.web.shared.clock import now, zone_of


def entry_of_form(person: SignedIn, verb: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The entry that this request's form means.

    A page whose storage is refused sends the id and the moment of the tap along as headers of
    the entry; a page without scripts does not, and they are made here.
    """
    form = request.form
    moment = moment_in(zone_of(person), now())
    return {
        "v": FORMAT,
        "id": form.get("id") or str(uuid.uuid4()),
        "verb": verb,
        "at": whole(form.get("at"), moment.instant),
        "offset": whole(form.get("offset"), moment.offset),
        "zone": form.get("zone") or moment.zone,
        "fields": fields,
    }


def whole(text: str | None, otherwise: int | None = None) -> int | str | None:
    """`text` as a whole number where it is one; else as it is, for the rules to refuse."""
    if not text:
        return otherwise
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdecimal() and len(digits) < 16 else text
