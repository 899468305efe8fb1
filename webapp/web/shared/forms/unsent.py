"""Words of a plain form that came after its session had ended: they wait on the sign-in page.

For browsers without scripts; scripts keep drafts themselves. The server stores nothing of it: a
hidden field of the sign-in page carries the form, and only the same person is shown it again.
"""

import json
from dataclasses import dataclass

from flask import Flask, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.domain.account.known_devices import is_mark_of, last_person
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.problems import N_
from webapp.web.shared import device_cookies
from webapp.web.shared.clock import now
from webapp.web.shared.login import (
    keys,
    known_device,
    redirect_to_sign_in,
    referring_page,
    safe_path,
    wait_for_sign_in,
)
from webapp.web.shared.visits import sign_up_mode

LONGEST = 100_000  # characters; the form that signs in must stay below the limit of a request
ZONE = "zone"  # the cookie that scripts set on every page
SAYING = frozenset({"POST", "PATCH"})
LABELS = {  # of the fields of forms that hold words, numbers and days
    "what": N_("Words"),
    "statement": N_("Micro-goal"),
    "criteria": N_("Criteria"),
    "target": N_("Number"),
    "unit": N_("Unit"),
    "due": N_("Due day"),
    "impact": N_("Impact"),
    "name": N_("Name"),
    "why": N_("What it is good for"),
    "note": N_("Note"),
    "outcome": N_("What was decided"),
    "progress": N_("Progress"),
    "plans": N_("Note"),
    "day": N_("Day"),
    "value": N_("Value"),
    "exposure": N_("Of how many"),
    "baseline": N_("Value"),
    "table": N_("Values"),
    "rating": N_("Check-in"),
    "next_step": N_("Next step"),
    "evidence": N_("Link to evidence"),
    "approach": N_("Note"),
    "worked": N_("What worked"),
    "improve": N_("Note"),
    "area": N_("Area"),
    "areas": N_("Areas"),
    "first": N_("First day"),
    "last": N_("Last day"),
}
TAPS = ("/wins/", "/checkins/")  # where one tap without words is something, too


@dataclass(frozen=True, slots=True)
class UnsentForm:
    """A form that was not stored. to: the path that it goes to; fields: names and values.

    whose: the mark of the person who had signed in on this device (last_person).
    """

    to: str
    whose: str
    fields: list[tuple[str, str]]

    @property
    def typed(self) -> list[tuple[str, str, str]]:
        """Return (name, label, value) of what was typed."""
        shown = [(name, value) for name, value in self.fields if name in LABELS and value.strip()]
        return [(name, str(gettext(LABELS[name])), value) for name, value in shown]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """Return (name, value) of the rest."""
        return [pair for pair in self.fields if pair[0] not in LABELS or not pair[1].strip()]


def init_app(app: Flask) -> None:
    """Let the sign-in page carry the words of a form whose session has ended."""
    wait_for_sign_in(app, _ask_to_sign_in)


def unsent_form(text: str, person: PersonId) -> UnsentForm | None:
    """Return the form that a hidden field carried, None if it is not of who signed in just now.

    person: who signed in.
    """
    try:
        to, whose, fields = json.loads(text)
        pairs = [(str(name), str(value)) for name, value in fields]
    except (ValueError, TypeError, RecursionError):
        return None
    is_theirs = is_mark_of(whose, person, known_device(), keys(), now())
    return UnsentForm(to, whose, pairs) if is_theirs and safe_path(str(to)) == to else None


def _ask_to_sign_in() -> ResponseReturnValue:
    text = _carried()
    if not text:
        return redirect_to_sign_in()
    page = render_template(
        "sessions/new.html",
        given={"next": referring_page()},
        unsent=text,
        problems={},
        sign_up_mode=sign_up_mode(),
    )
    return make_response(page, 401)


def _carried() -> str:
    """Return the form of this request as a hidden field carries it, "" if none is to be."""
    if request.method not in SAYING or device_cookies.read(ZONE):
        return ""
    fields = [*request.form.items(multi=True)]
    form = UnsentForm(request.full_path.rstrip("?"), last_person(known_device()), fields)
    says_something = form.typed or request.path in TAPS
    has_secret = any("password" in name for name, _ in fields)
    if not form.whose or not says_something or has_secret:
        return ""
    text = json.dumps([form.to, form.whose, form.fields])
    return text if len(text) <= LONGEST else ""
