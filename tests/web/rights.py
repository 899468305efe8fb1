"""One table of every route and what each role is answered; and asking for all of them (A1).

The roles there are: signed out; the owner of what the address names; a stranger to it.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.support.make import NOON, OURS, SECRET, Someone, question, rating, win
from tests.support.plans import active_goal, an_objective
from webapp.domain.account.absences import add_absence
from webapp.domain.account.tokens import keyed_hash
from webapp.domain.capture.presets import add_preset, remove_preset
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.insights import adjustments
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.reviews import reviews
from webapp.domain.reviews.obstacles import name_obstacle
from webapp.rules.capture.presets import NewPreset
from webapp.rules.goals.dependencies import Thing, ThingKind
from webapp.rules.insights.adjustments import OneArea
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.web.shared import clock

if TYPE_CHECKING:
    from tests.web.conftest import Browser

# method and route: what (signed out, owner, stranger) are answered
RIGHTS = {
    "GET /": (303, 200, 200),
    "GET /absences/": (303, 200, 200),
    "POST /absences/": (303, 303, 303),
    "DELETE /absences/<absence_id>": (303, 303, 404),
    "GET /cadences/": (303, 200, 200),
    "PATCH /cadences/<subject>": (303, 303, 404),
    "GET /cadences/<subject>/edit": (303, 200, 404),
    "GET /adjustments/": (303, 200, 200),
    "PATCH /adjustments/<showing>": (303, 303, 404),
    "GET /checkins/": (303, 200, 200),
    "POST /checkins/": (303, 303, 303),
    "PATCH /checkins/<checkin_id>": (303, 303, 404),
    "DELETE /checkins/<checkin_id>": (303, 303, 404),
    "GET /checkins/<checkin_id>/edit": (303, 200, 404),
    "GET /checkins/new": (303, 200, 200),
    "GET /decisions/": (303, 200, 200),
    "POST /decisions/": (303, 303, 303),
    "DELETE /decisions/<decision_id>": (303, 303, 404),
    "DELETE /deletions/<deletion_id>": (303, 303, 404),
    "POST /decisions/<decision_id>/outcome": (303, 303, 404),
    "DELETE /decisions/<decision_id>/outcome": (303, 303, 404),
    "POST /deferrals/": (303, 303, 303),
    "GET /devices/": (303, 200, 200),
    "DELETE /devices/": (303, 303, 303),
    "DELETE /devices/<device_id>": (303, 303, 303),
    "GET /evidence/": (303, 200, 200),
    "GET /evidence/record.<form>": (303, 200, 200),
    "GET /dependencies/<kind>/<thing_id>": (303, 200, 404),
    "POST /dependencies/<kind>/<thing_id>": (303, 303, 404),
    "DELETE /dependencies/<kind>/<thing_id>": (303, 303, 404),
    "GET /goals/": (303, 200, 200),
    "POST /goals/": (303, 303, 303),
    "GET /goals/new": (303, 200, 200),
    "GET /goals/calibration/": (303, 200, 200),
    "GET /goals/<goal_id>": (303, 200, 404),
    "PATCH /goals/<goal_id>": (303, 303, 404),
    "GET /goals/<goal_id>/edit": (303, 200, 404),
    "PATCH /goals/<goal_id>/criteria/<int:criterion>": (303, 303, 404),
    "POST /goals/<goal_id>/activation": (303, 303, 404),
    "POST /goals/<goal_id>/confidence": (303, 303, 404),
    "POST /goals/<goal_id>/lessons/<win_id>": (303, 303, 404),
    "DELETE /goals/<goal_id>/lessons/<win_id>": (303, 303, 404),
    "POST /goals/<goal_id>/completion": (303, 303, 404),
    "DELETE /goals/<goal_id>/completion": (303, 409, 404),  # it is not met
    "POST /goals/<goal_id>/parking": (303, 303, 404),
    "DELETE /goals/<goal_id>/parking": (303, 409, 404),  # it is not parked
    "POST /goals/<goal_id>/closure": (303, 303, 404),
    "DELETE /goals/<goal_id>/closure": (303, 409, 404),  # it is not closed
    "POST /goals/<goal_id>/rescoping": (303, 303, 404),
    "DELETE /goals/<goal_id>": (303, 303, 404),
    "GET /healthz": (200, 200, 200),
    "GET /help/": (200, 200, 200),
    "GET /indicators/": (303, 200, 200),
    "POST /indicators/": (303, 303, 303),
    "GET /indicators/new": (303, 200, 200),
    "GET /indicators/<indicator_id>": (303, 200, 404),
    "PATCH /indicators/<indicator_id>": (303, 303, 404),
    "DELETE /indicators/<indicator_id>": (303, 303, 404),
    "GET /indicators/<indicator_id>/edit": (303, 200, 404),
    "POST /indicators/<indicator_id>/previews/": (303, 200, 404),
    "POST /indicators/<indicator_id>/tables/": (303, 303, 404),
    "GET /indicators/<indicator_id>/tables/new": (303, 200, 404),
    "POST /indicators/<indicator_id>/values/": (303, 303, 404),
    "DELETE /indicators/<indicator_id>/values/<day>": (303, 303, 404),
    "GET /insights/": (303, 200, 200),
    "GET /insights/confidence.<form>": (303, 200, 200),
    "GET /insights/method": (303, 200, 200),
    "GET /invitations/<link>": (200, 303, 303),
    "GET /sign-up-links/<link>": (200, 303, 303),
    "POST /languages/": (303, 303, 303),
    "GET /lessons/": (303, 200, 200),
    "GET /manifest.json": (200, 200, 200),
    "GET /objectives/": (303, 200, 200),
    "POST /objectives/": (303, 303, 303),
    "GET /objectives/new": (303, 200, 200),
    "GET /objectives/<objective_id>": (303, 200, 404),
    "PATCH /objectives/<objective_id>": (303, 303, 404),
    "DELETE /objectives/<objective_id>": (303, 303, 404),
    "GET /objectives/<objective_id>/edit": (303, 200, 404),
    "POST /obstacles/": (303, 303, 404),
    "DELETE /obstacles/<obstacle_id>": (303, 303, 404),
    "POST /obstacles/<obstacle_id>/settlement": (303, 303, 404),
    "DELETE /obstacles/<obstacle_id>/settlement": (303, 303, 404),
    "GET /offline": (200, 200, 200),
    "GET /not-sent": (200, 200, 200),
    "GET /outbox/": (303, 200, 200),
    "POST /outbox/": (401, 200, 403),
    "PATCH /passwords/current": (303, 422, 422),
    "GET /passwords/current/edit": (303, 200, 200),
    "GET /patterns/": (303, 200, 200),
    "POST /people/": (422, 422, 422),
    "PATCH /people/current": (303, 422, 422),
    "GET /people/current/edit": (303, 200, 200),
    "GET /people/new": (200, 303, 303),
    "GET /presets/": (303, 200, 200),
    "POST /presets/": (303, 303, 303),
    "PATCH /presets/<preset_id>": (303, 303, 404),
    "DELETE /presets/<preset_id>": (303, 303, 404),
    "GET /presets/<preset_id>/edit": (303, 200, 404),
    "PATCH /presets/<preset_id>/place": (303, 303, 404),
    "GET /presets/new": (303, 200, 200),
    "GET /readyz": (200, 200, 200),
    "GET /resets/<reset>": (404, 404, 404),  # here no link is known; see test_resets.py
    "PATCH /resets/<reset>": (404, 404, 404),
    "POST /routines/": (303, 303, 303),
    "PATCH /review-plans/current": (303, 422, 422),
    "GET /review-plans/current/edit": (303, 200, 200),
    "GET /reviews/": (303, 200, 200),
    "POST /reviews/": (303, 303, 303),
    "GET /reviews/<review_id>": (303, 200, 404),
    "PATCH /reviews/<review_id>": (303, 303, 404),
    "DELETE /reviews/<review_id>": (303, 303, 404),
    "GET /reviews/<review_id>/edit": (303, 200, 404),
    "POST /sessions/": (422, 422, 422),
    "DELETE /sessions/current": (303, 303, 303),
    "GET /sessions/new": (200, 303, 303),
    "GET /settings/": (303, 200, 200),
    "PATCH /settings/<name>": (303, 303, 303),
    "GET /settings/<name>/edit": (303, 200, 200),
    "GET /shares/new": (303, 200, 200),
    "GET /signed-out": (200, 200, 200),
    "GET /sw.js": (200, 200, 200),
    "POST /welcomes/": (303, 303, 303),
    "POST /templates/<template>/objectives/": (303, 303, 303),
    "GET /templates/<template>/objectives/new": (303, 200, 200),
    "GET /wins/": (303, 200, 200),
    "POST /wins/": (303, 303, 303),
    "PATCH /wins/<win_id>": (303, 303, 404),
    "DELETE /wins/<win_id>": (303, 303, 404),
    "GET /wins/<win_id>/edit": (303, 200, 404),
    "GET /wins/<win_id>/revisions/": (303, 200, 404),
}
FORMS: dict[str, dict[str, str]] = {
    "POST /checkins/": {"rating": "7"},
    "PATCH /checkins/<checkin_id>": {"note": "Mine"},
    "POST /routines/": {"id": "0b0c0d0e-0000-4000-8000-000000000001"},
    "POST /absences/": {"first": "2026-12-24", "last": "2026-12-31"},
    "POST /presets/": {"what": "Mine"},
    "PATCH /presets/<preset_id>": {"what": "Mine"},
    "PATCH /presets/<preset_id>/place": {"place": "0"},
    "PATCH /settings/<name>": {"theme": "dark"},
    "POST /decisions/": {"what": "Which vendor?", "importance": "routine"},
    "POST /indicators/": {"name": "Defects", "better": "down"},
    "PATCH /indicators/<indicator_id>": {"name": "Mine", "better": "down"},
    "POST /indicators/<indicator_id>/previews/": {"table": "2026-11-24;9"},
    "POST /indicators/<indicator_id>/tables/": {"table": "2026-11-24;9"},
    "POST /indicators/<indicator_id>/values/": {"day": "2026-11-24", "value": "9"},
    "POST /objectives/": {"name": "Quality"},
    "PATCH /objectives/<objective_id>": {"name": "Mine"},
    "POST /templates/<template>/objectives/": {"name": "Quality"},
    "PATCH /wins/<win_id>": {"what": "Mine"},
    "POST /dependencies/<kind>/<thing_id>": {"needs": "win <win_id>"},
    "DELETE /dependencies/<kind>/<thing_id>": {"needs": "<win_id>"},
    "PATCH /cadences/<subject>": {"every": "weekly"},
    "POST /obstacles/": {"review": "<review_id>", "what": "No test machine"},
    "PATCH /adjustments/<showing>": {"reply": "snoozed"},
    "PATCH /reviews/<review_id>": {"step": "progress", "leads_to": "next", "note": "Mine"},
    "POST /goals/<goal_id>/confidence": {"sure": "7"},
    "POST /goals/<goal_id>/closure": {"state": "abandoned"},
    "PATCH /goals/<goal_id>": {
        "statement": "Mine",
        "criteria": "Seen",
        "due": "2100-01-01",
        "no_objective": "on",
    },
}


def things_of(ana: Someone) -> dict[str, Any]:
    """What Ana has, by the name it has in routes."""
    a_win, a_rating, asked = win(), rating(), question()
    ana.sends(a_win, a_rating, asked)
    add_absence(ana.me, "2027-01-01", "2027-01-03")
    goal_id = active_goal(ana, due=date(2099, 12, 31))
    add_dependency(ana.me, Thing(ThingKind.GOAL, goal_id), Thing(ThingKind.WIN, a_win["id"]))
    indicator = add_indicator(ana.me, Measure("Defects"))
    store_values(ana.me, indicator, [Value(date(2026, 11, 24), 3)])
    day = date(2026, 11, 22)
    adjustments.show(ana.me, [OneArea("Support", (a_win["id"],), 1, "Hiring")], day, NOON)
    review_id = reviews.begin(ana.me, day, NOON)
    return {
        "showing": f"one_area.{day}",
        "review_id": review_id,
        "obstacle_id": name_obstacle(ana.me, review_id, "No test machine", NOON),
        "form": "csv",
        "win_id": a_win["id"],
        "checkin_id": a_rating["id"],
        "decision_id": asked["id"],
        "objective_id": add_objective(ana.me, ObjectiveFields("Quality"), NOON),
        "indicator_id": indicator,
        "day": "2026-11-24",
        "template": "quality",
        "device_id": keyed_hash(ana.token, SECRET),
        "absence_id": "2027-01-01--2027-01-03",
        "preset_id": add_preset(ana.me, NewPreset("Unblocked Ben")),
        "deletion_id": remove_preset(ana.me, add_preset(ana.me, NewPreset("Other")), clock.now()),
        "name": "theme",  # of a setting: everybody has them all
        "person": ana.me.key,
        "subject": an_objective(ana),
        "goal_id": goal_id,
        "kind": "goal",
        "thing_id": goal_id,
        "int:criterion": 1,
    }


def asked(browser: "Browser", route: str, things: dict[str, Any]) -> Any:
    """The answer to `route` with these ids in it."""
    method, path = route.split()
    path = named(path, things)
    form = {key: named(value, things) for key, value in FORMS.get(route, {}).items()}
    sent: dict[str, Any] = {"data": form}
    if route == "POST /outbox/":
        sent = {"json": {"person": things["person"], "entries": []}}
    return browser.client.open(path, method=method, headers=OURS, buffered=True, **sent)


def named(text: str, things: dict[str, Any]) -> str:
    """`text` with these ids in the places of their names."""
    for name, value in things.items():
        text = text.replace(f"<{name}>", str(value))
    return text
