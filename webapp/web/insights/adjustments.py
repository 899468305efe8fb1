"""Adjustments: cards on Insights, the answers of a person or a team, the history."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import cast
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from webapp.domain.insights import adjustments
from webapp.domain.insights.adjustments import ShownAdjustment, history_of, texts_of
from webapp.domain.insights.insights import Insights
from webapp.rules.insights.adjustments import Fault, NotRising, OneArea, Perfunctory, Rule
from webapp.web.shared.clock import now
from webapp.web.shared.login import current_person, safe_path
from webapp.web.shared.permissions.acting import acting, at, day_here

pages = Blueprint("adjustments", __name__, url_prefix="/adjustments")
MOST_ROWS = 5

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """One adjustment on the screen: rows of (address, words), and how many `more` are not listed.

    leads_to, action: the address of its button, and the words on it.
    """

    id: str
    title: str
    why: str
    rows: tuple[Row, ...]
    more: int
    leads_to: str
    action: str


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show which adjustments were shown and how they were answered."""
    whose = acting()
    past = history_of(whose)
    return render_template(
        "adjustments/index.html",
        person=current_person(),
        past=past,
        texts=texts_of(whose, past),
        titles=_titles(),
    )


@pages.patch("/<showing>")
def update(showing: str) -> ResponseReturnValue:
    """Store an answer: not now, not again, done (and lead there), or show it again.

    That of any member is the team's: which of them gave it is written nowhere.
    """
    rule, _, first = showing.partition(".")
    adjustments.reply(acting(), rule, first, request.form.get("reply", ""), day_here(), now())
    leads_to = request.form.get("leads_to")
    return redirect(safe_path(leads_to) if leads_to else _insights(), 303)


def cards_of(insights: Insights) -> list[Card]:
    """Return the adjustments that are on the screen, in words."""
    return [_card(shown, insights) for shown in insights.adjustments]


def _card(shown: ShownAdjustment, insights: Insights) -> Card:
    found, identity = shown.found, f"{shown.found.rule}.{shown.first}"
    if isinstance(found, OneArea):
        return _one_area(found, identity, insights.texts)
    if isinstance(found, NotRising):
        return _not_rising(found, identity, insights)
    return _perfunctory(cast(Perfunctory, found), identity)


def _one_area(found: OneArea, identity: str, texts: Mapping[str, str]) -> Card:
    rows = [(f"/wins/{win}/edit", texts.get(win, "")) for win in found.wins]
    return Card(
        identity,
        gettext(
            "Of %(total)s wins in your areas in eight weeks, %(wins)s are about %(area)s.",
            wins=len(found.wins),
            total=found.total,
            area=found.area,
        ),
        gettext(
            "In eight weeks, %(area)s had the fewest. A goal there would broaden the picture.",
            area=found.neglected,
        ),
        *listed(rows),
        leads_to=f"/goals/new?{_query(area=found.neglected)}",
        action=gettext("Draft a goal"),
    )


def _perfunctory(found: Perfunctory, identity: str) -> Card:
    return Card(
        identity,
        gettext("Could your thanks say more of what changed, and of what was learned?"),
        gettext(
            "Half or more of your thanks in 30 days say little: %(why)s.",
            why=_why(found),
        ),
        (),
        0,
        leads_to="/teams/",
        action=gettext("Name the impact"),
    )


def _why(found: Perfunctory) -> str:
    faults = {fault for _, faults in found.notes for fault in faults}
    seen = {
        Fault.NO_OUTCOME: gettext("the win has no measured outcome"),
        Fault.NEAR_DUPLICATE: gettext("the words were used before"),
        Fault.FEW_WORDS: gettext("few words are your own"),
    }
    return "; ".join(says for fault, says in seen.items() if fault in faults)


def _not_rising(found: NotRising, identity: str, insights: Insights) -> Card:
    rows = [(f"/goals/{goal}", insights.goals.get(goal, "")) for goal in found.missed]
    rows += [(f"/wins/{win}/edit", insights.texts.get(win, "")) for win in found.unlinked]
    return Card(
        identity,
        gettext("Are your goals within reach, and do your wins connect to them?"),
        ngettext(
            "%(num)s win in the last %(weeks)s weeks, while the weekly means of confidence did not"
            " go up. That may be chance; it is worth a look.",
            "%(num)s wins in the last %(weeks)s weeks, while the weekly means of confidence did not"
            " go up. That may be chance; it is worth a look.",
            found.wins,
            weeks=found.weeks,
        ),
        *listed(rows),
        leads_to="/wins/?counted=no" if found.unlinked else "/goals/",
        action=gettext("Connect wins") if found.unlinked else gettext("Look at goals"),
    )


def listed(rows: list[Row]) -> tuple[tuple[Row, ...], int]:
    """Return the first rows, and how many more there are."""
    return tuple(islice(rows, MOST_ROWS)), max(len(rows) - MOST_ROWS, 0)


def _insights() -> str:
    return f"{at()}/insights" if at() else url_for("insights.index")


def _query(**fields: str) -> str:
    return urlencode(fields)


def _titles() -> dict[str, str]:
    return {
        Rule.NOT_RISING: gettext("Confidence and how wins connect"),
        Rule.ONE_AREA: gettext("Wins mostly in one area"),
        Rule.PERFUNCTORY: gettext("Recognition that says little"),
    }
