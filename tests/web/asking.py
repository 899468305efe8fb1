"""Asking for every route: what Ana has, and requests that name it."""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.support.make import (
    HOUR,
    KEYS,
    NOON,
    OURS,
    Someone,
    entry,
    line,
    make_person,
    question,
    rating,
    visit,
    win,
)
from tests.support.owners.teams import a_team, token_into
from tests.support.owners.thanks import thanks_of_both
from tests.support.plans import active_goal, an_objective
from tests.support.push.browsers import PushBrowser
from tests.web.rights import FORMS
from webapp.domain.account.absences import add_absence
from webapp.domain.capture.presets import add_preset, remove_preset
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.insights import adjustments
from webapp.domain.links.links import add_link, links_of
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.recognition.values import add_value, values_of
from webapp.domain.reminders.wishes import store_wishes
from webapp.domain.reviews import reviews
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.founding import create_team_in
from webapp.domain.teams.invitations import invitations_into
from webapp.domain.teams.organisations import create_organisation
from webapp.domain.teams.shared_objectives import share_objective
from webapp.rules.capture.presets import NewPreset
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.insights.adjustments import OneArea
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.reminders.settings import Wishes
from webapp.rules.shared.ids import id_of_team
from webapp.rules.teams.links import LinkFields
from webapp.storage.capture.wins import Win
from webapp.storage.reminders.devices import put_device
from webapp.web.shared import clock
from webapp.web.shared.permissions.routes import TEAM

ASKED = (  # what a query of an address can name
    "GET /wins/?objective=<objective_id>",
    "GET /wins/?counted=yes&q=fixed",
    "GET /evidence/?objective=<objective_id>&from=2026-11-01&to=2026-11-30",
    "GET /evidence/?q=again&from=2026-11-01&to=2026-11-30",
    "GET /evidence/record.json?from=2026-11-01&to=2026-11-30",
    "GET /evidence/record.md?objective=<objective_id>",
    "GET /goals/new?review=<review_id>",
    "GET /goals/new?win=<win_id>&objective=<objective_id>",
    "GET /lessons/?goal=<goal_id>",
    "GET /reviews/<review_id>/edit?step=progress",
    "GET /reviews/<review_id>/edit?step=obstacles",
    "GET /reviews/<review_id>/edit?step=next",
)
PHONE = "0123456789abcdef" * 2
Rows = dict[str, list[dict[str, Any]]]

if TYPE_CHECKING:
    from tests.web.conftest import Browser


def _choose(ana: Someone) -> None:
    add_absence(ana.me, "2027-01-01", "2027-01-03")
    store_wishes(ana.me, Wishes(), NOON)


def things_of(ana: Someone) -> dict[str, Any]:
    """Store one thing of each kind for Ana; return them by the name they have in routes."""
    a_win, a_rating, asked = win(), rating(), question()
    ana.sends(a_win, a_rating, asked)
    _choose(ana)
    goal_id = active_goal(ana, due=date(2099, 12, 31))
    add_dependency(
        ana.me, GoalOrWin(ThingKind.GOAL, goal_id), GoalOrWin(ThingKind.WIN, a_win["id"])
    )
    indicator = add_indicator(ana.me, Measure("Defects"))
    store_values(ana.me, indicator, [Value(date(2026, 11, 24), 3)])
    day = date(2026, 11, 22)
    adjustments.show(ana.me, [OneArea("Support", (a_win["id"],), 1, "Hiring")], [], day, NOON)
    review_id = reviews.begin(ana.me, day, clock.now())  # one that goes on
    obstacle = line(review_id)
    ana.sends(obstacle)
    return {
        "phone_id": phone_of(ana),
        "showing": f"one_area.{day}",
        "review_id": review_id,
        "line_id": obstacle["id"],
        "form": "csv",
        "win_id": a_win["id"],
        "checkin_id": a_rating["id"],
        "decision_id": asked["id"],
        "objective_id": add_objective(ana.me, ObjectiveFields("Quality"), NOON),
        "indicator_id": indicator,
        "day": "2026-11-24",
        "template": "quality",
        "absence_id": "2027-01-01--2027-01-03",
        "preset_id": add_preset(ana.me, NewPreset("Unblocked Ben")),
        "deletion_id": remove_preset(ana.me, add_preset(ana.me, NewPreset("Other")), clock.now()),
        "name": "theme",  # of a setting: everybody has them all
        "subject": an_objective(ana),
        "goal_id": goal_id,
        "kind": "goal",
        "thing_id": goal_id,
        "int:criterion": 1,
        **own_names(ana),
    }


def phone_of(ana: Someone) -> str:
    """Store a phone that reminders come to; return its id."""
    own = PushBrowser().subscription
    reached = {"endpoint": own.endpoint, "p256dh": own.p256dh, "auth": own.auth}
    about = {"language": "en", "browser": "Chrome/1 Android", "tag": "", "refusals": 0}
    put_device(person=ana.id, id=PHONE, session=NOON, added=NOON, **reached, **about)
    return PHONE


def link_of(ana: Someone, *wins: str) -> dict[str, Any]:
    """Store a read-only link of Ana's for these wins; return it by the names that routes have."""
    objective = add_objective(ana.me, ObjectiveFields("Shown to others"), NOON)
    made = add_link(ana.me, LinkFields(objective, "", wins), KEYS, NOON)
    [link] = [one for one in links_of(ana.me, KEYS) if one.id == made]
    return {"link_id": link.id, "path:link": link.token}


def own_names(ana: Someone) -> dict[str, Any]:
    """Return the names of what is Ana's from the beginning."""
    return {"device_id": KEYS.hash(ana.token), "person": ana.me.key}


def team_of(ana: Someone) -> dict[str, Any]:
    """Store a team that Ana leads, with another member, by the names that routes have for it."""
    mate = make_person("Mate")
    team = a_team(ana, "Platform", mate, now=clock.now())
    link = token_into(team, ana, uses=50, now=clock.now())
    [invitation] = invitations_into(team, clock.now())
    shared = win("Shown to the team", visibility=f"team:{team}")
    own = win("Of the team", team=team)
    mate.sends(shared, own)
    acme = create_organisation(ana.me, "Acme", visit(now=clock.now()))
    hers = Win.select(Win.id).where(Win.person == ana.id).order_by(Win.id).limit(1)
    shown_outside = [row.id for row in hers]  # asked here: below she gets another one
    support = create_team_in(ana.me, acme, "Support", "", visit(now=clock.now()))
    given, received = thanks_of_both(ana, mate, team, shared["id"])
    add_value(team, "Make it easy")
    return {
        **shared_objective_of(ana, team, support, acme),
        **link_of(ana, *shown_outside),
        "place_id": own["id"],
        "int:team": team,
        "int:member": mate.id,
        "int:owner": mate.id,
        "shared_id": shared["id"],
        "int:organisation": acme,
        "int:its_team": support,
        "given_id": given,
        "recognition_id": received,
        "value_id": values_of(team)[0].id,
        "invitation_id": invitation.id,
        "notice_id": str(uuid.uuid4()),
        "link": link,
    }


def shared_objective_of(ana: Someone, team: int, support: int, acme: int) -> dict[str, Any]:
    """Store an objective of a team, and one of another that is shared with its organisation."""
    its, other = (acting_for_team(id_of_team(one), ana.me.id) for one in (team, support))
    own = add_objective(its, ObjectiveFields("Of the team"), NOON)
    shared = add_objective(other, ObjectiveFields("Shared"), NOON)
    share_objective(other, shared, [str(acme)])
    return {"own_objective_id": own, "int:sharer": support, "shared_objective_id": shared}


def asked(browser: "Browser", route: str, things: dict[str, Any], **more: str) -> Any:
    """Return the answer to `route` with these ids in it; more: headers."""
    method, path = route.split()
    path = named(path, things)
    sends = FORMS.get(route) or FORMS.get(route.replace(TEAM, ""), {})
    form = {key: named(value, things) for key, value in sends.items()}
    sent: dict[str, Any] = {"data": form}
    if route == "POST /outbox/":
        sent = {"json": {"person": things["person"], "entries": []}}
    headers = {**OURS, **more}
    return browser.client.open(path, method=method, headers=headers, buffered=True, **sent)


def named(text: str, things: dict[str, Any]) -> str:
    """Return `text` with these ids in the places of their names."""
    for name, value in things.items():
        text = text.replace(f"<{name}>", str(value))
    return text


def entries_about(rows: Rows, strange: str) -> Iterator[dict[str, Any]]:
    """Return an entry of each verb about every thing that it can name.

    strange: the id of a win of Ana's that Ben makes himself.
    """
    yield entry("log_win", id=strange, what="Mine", kind="quick")
    for verb, table, fields in VERBS:
        for row in rows[table]:
            yield entry(verb, at=NOON + HOUR, target=row["id"], **fields)
    for row in rows["field_revision"]:
        yield entry("undo", target=row["entry"])
    for row in rows["review"]:
        yield line(row["id"], "Mine", "next")
    for row in rows["goal"]:
        yield win("Of the goal", goal=row["id"])
    for row in rows["win"]:
        cites = f"{row['person']}/{row['id']}"
        yield entry("recognise", team=rows["membership"][0]["team"], wins=[cites], achieved="Mine")
    for row in rows["objective"]:
        yield win("Of the objective", objectives=[row["id"]], impact="Faster")


VERBS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("edit_win", "win", {"what": "Mine", "impact": "Mine"}),
    ("undo", "win", {}),
    ("undo", "check_in", {}),
    ("edit_check_in", "check_in", {"note": "Mine"}),
    ("meet_goal", "goal", {}),
    ("tick_criterion", "goal", {"criterion": 1, "done": True}),
    ("decide", "decision", {"outcome": "decided"}),
    ("reopen_decision", "decision", {}),
    ("undo", "decision", {}),
    ("undo", "decision_step", {}),
    ("undo", "goal_change", {}),
    ("undo", "occurrence", {}),
)
