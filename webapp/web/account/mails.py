"""A person's mails: the state of their address, what is sent there, and one to try."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.account.confirmations import state_of_address
from webapp.domain.account.mail_service import missing_settings
from webapp.domain.mail.choices import (
    choose_mails,
    digest_of_next_week,
    mails_wanted,
    sample_of,
    send_sample,
)
from webapp.rules.account.mails import Wanted
from webapp.rules.goals.plans import clock_time
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.rate_limits import TooMany
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.errors import too_often
from webapp.web.shared.forms.once import stored_once
from webapp.web.shared.i18n.dates import short_day
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.i18n.language import language
from webapp.web.shared.login import current_person, referring_page
from webapp.web.shared.visits import visit

pages = Blueprint("mails", __name__, url_prefix="/mails")
REMINDERS = "/reminders/"  # which has this section, too


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show all of it."""
    return page("")


@pages.post("/")
@stored_once
def create() -> ResponseReturnValue:
    """Send the person a mail now."""
    try:
        send_sample(current_person(), language(), visit())
    except TooMany as limit:
        says, headers = too_often(limit)
        return page(says), 429, headers
    return redirect(address(), 303)


@pages.patch("/current")
def update() -> ResponseReturnValue:
    """Choose which mails to get."""
    person, wanted = current_person(), set(request.form.getlist("wanted"))
    known = {one for one in (Wanted.DIGEST, Wanted.SUMMARIES) if one in wanted}
    choose_mails(person, known, zone_of(person), language(), now())
    return redirect(address(), 303)


def page(problem: str) -> str:
    """Draw the page, with a sentence if something was refused."""
    return render_template("mails/index.html", problem=problem, **mail_section())


def mail_section() -> dict[str, Any]:
    """Return what the section of a page about mails shows (templates/reminders/_mail.html)."""
    person = current_person()
    address_state, sample = state_of_address(person), sample_of(person.id)
    return {
        "person": person,
        "mail": address_state,
        "mail_sent": _when(address_state.at),
        "wanted": mails_wanted(person.id),
        "next_digest": _when(digest_of_next_week(person.id)),
        "sample": sample,
        "sample_sent": _when(sample.sent if sample else None),
        "missing": missing_settings(),
    }


def address() -> str:
    """Return where a form of the section leads: back to the page that it was on."""
    of_reminders = referring_page().partition("?")[0] == REMINDERS
    return f"{REMINDERS}#mail" if of_reminders else url_for("mails.index", _anchor="mail")


def _when(instant: int | None) -> str:
    """Return "Tue 24 Nov, 09:00" where the person is, "" for none."""
    if instant is None:
        return ""
    local = moment_in(zone_of(current_person()), instant).local()
    return join_names(
        [short_day(local.date().isoformat()), clock_time(60 * local.hour + local.minute)]
    )
