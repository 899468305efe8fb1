"""Words of a plain form that came after its session had ended: they wait on the sign-in page.

For browsers without scripts; scripts keep drafts themselves. The server stores nothing of it: a
hidden field of the sign-in page carries the form, and only the same person is shown it again.
"""

import json
from dataclasses import dataclass

from flask import Flask, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from webapp.rules.shared.problems import N_
from webapp.web.shared import device_cookies
from webapp.web.shared.forms.owners import FIELD as OWNER
from webapp.web.shared.forms.owners import is_of_another
from webapp.web.shared.login import (
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

    whose: the key of the person whose page it was on.
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
    """Let the sign-in page carry the words of a form whose session has ended, or is another's."""
    wait_for_sign_in(app, _ask_to_sign_in)
    app.before_request(_refuse_of_another)


def unsent_form(text: str, person_key: str) -> UnsentForm | None:
    """Return the form that a hidden field carried, None if it is not of who signed in just now.

    person_key: of who signed in.
    """
    try:
        to, whose, fields = json.loads(text)
        pairs = [(str(name), str(value)) for name, value in fields]
    except (ValueError, TypeError, RecursionError):
        return None
    is_theirs = bool(whose) and whose == person_key
    return UnsentForm(to, whose, pairs) if is_theirs and safe_path(str(to)) == to else None


def _ask_to_sign_in() -> ResponseReturnValue:
    text = _carried()
    return _page(401, text) if text else redirect_to_sign_in()


def _refuse_of_another() -> ResponseReturnValue | None:
    """Refuse a form of a page of another person: their words must not become this one's."""
    if not is_of_another():
        return None
    return ("", 401) if request.headers.get("HX-Request") else _page(403, _carried(), another=True)


def _page(status: int, text: str, *, another: bool = False) -> ResponseReturnValue:
    page = render_template(
        "sessions/new.html",
        given={"next": referring_page()},
        unsent=text,
        another=another,
        problems={},
        sign_up_mode=sign_up_mode(),
    )
    return make_response(page, status)


def _carried() -> str:
    """Return the form of this request as a hidden field carries it, "" if none is to be."""
    if request.method not in SAYING or device_cookies.read(ZONE):
        return ""
    fields = [*request.form.items(multi=True)]
    form = UnsentForm(request.full_path.rstrip("?"), request.form.get(OWNER, ""), fields)
    says_something = form.typed or request.path in TAPS
    has_secret = any("password" in name for name, _ in fields)
    if not form.whose or not says_something or has_secret:
        return ""
    text = json.dumps([form.to, form.whose, form.fields])
    return text if len(text) <= LONGEST else ""
