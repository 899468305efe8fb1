"""What each route needs (rules/rights/permissions.py); a route that is not here is refused.

tests/web/test_rights.py holds that none is missing, and docs/rights.md is made from it.
"""

from collections.abc import Mapping

from webapp.rules.rights.permissions import Access, Permission, Thing
from webapp.web.shared.permissions.personal_routes import PERSONAL
from webapp.web.shared.permissions.recognition_routes import RECOGNITION
from webapp.web.shared.permissions.review_routes import REVIEWS

TEAM = "/teams/<int:team>"

_ROUTES: Mapping[Permission, tuple[str, ...]] = {
    Permission(Thing.OWNED, Access.READ): (
        "GET /adjustments/",
        "GET /cadences/",
        "GET /decisions/",
        "GET /dependencies/<kind>/<thing_id>",
        "GET /goals/",
        "GET /goals/<goal_id>",
        "GET /goals/checks/",
        "GET /indicators/",
        "GET /indicators/<indicator_id>",
        "GET /objectives/",
        "GET /objectives/<objective_id>",
    ),
    Permission(Thing.OWNED, Access.CHANGE): (
        "POST /teams/<int:team>/wins/",
        "PATCH /teams/<int:team>/places/<place_id>",
        "GET /teams/<int:team>/places/<place_id>",
        "PATCH /adjustments/<showing>",
        "PATCH /cadences/<subject>",
        "GET /cadences/<subject>/edit",
        "POST /decisions/",
        "DELETE /decisions/<decision_id>",
        "DELETE /decisions/<decision_id>/outcome",
        "POST /decisions/<decision_id>/outcome",
        "DELETE /dependencies/<kind>/<thing_id>",
        "POST /dependencies/<kind>/<thing_id>",
        "POST /goals/",
        "DELETE /goals/<goal_id>",
        "PATCH /goals/<goal_id>",
        "POST /goals/<goal_id>/activation",
        "GET /goals/<goal_id>/activation/new",
        "DELETE /goals/<goal_id>/closure",
        "POST /goals/<goal_id>/closure",
        "DELETE /goals/<goal_id>/completion",
        "POST /goals/<goal_id>/completion",
        "PATCH /goals/<goal_id>/criteria/<int:criterion>",
        "GET /goals/<goal_id>/edit",
        "DELETE /goals/<goal_id>/lessons/<win_id>",
        "POST /goals/<goal_id>/lessons/<win_id>",
        "DELETE /goals/<goal_id>/parking",
        "POST /goals/<goal_id>/parking",
        "POST /goals/<goal_id>/rescoping",
        "GET /goals/new",
        "POST /indicators/",
        "DELETE /indicators/<indicator_id>",
        "PATCH /indicators/<indicator_id>",
        "GET /indicators/<indicator_id>/edit",
        "POST /indicators/<indicator_id>/previews/",
        "POST /indicators/<indicator_id>/tables/",
        "GET /indicators/<indicator_id>/tables/new",
        "POST /indicators/<indicator_id>/values/",
        "DELETE /indicators/<indicator_id>/values/<day>",
        "GET /indicators/new",
        "POST /objectives/",
        "DELETE /objectives/<objective_id>",
        "PATCH /objectives/<objective_id>",
        "GET /objectives/<objective_id>/edit",
        "GET /objectives/new",
        "POST /templates/<template>/objectives/",
        "GET /templates/<template>/objectives/new",
    ),
    Permission(Thing.SHARED_WIN, Access.READ): (
        "GET /teams/<int:team>",
        "GET /teams/<int:team>/wins/<int:owner>/<shared_id>",
    ),
    Permission(Thing.ORGANISATION, Access.READ): (
        "GET /organisations/<int:organisation>/settings",
    ),
    Permission(Thing.ORGANISATION, Access.CHANGE): (
        "POST /organisations/<int:organisation>/invitations/",
        "DELETE /organisations/<int:organisation>/invitations/<invitation_id>",
        "GET /organisations/<int:organisation>/invitations/new",
        "PATCH /organisations/<int:organisation>/settings",
        "POST /organisations/<int:organisation>/teams/",
        "PATCH /organisations/<int:organisation>/teams/<int:its_team>",
        "GET /organisations/<int:organisation>/teams/new",
    ),
    Permission(Thing.ORGANISATION_WINS, Access.READ): ("GET /organisations/<int:organisation>",),
    Permission(Thing.SHARED_OBJECTIVES, Access.READ): (
        "GET /organisations/<int:organisation>/objectives/",
        "GET /organisations/<int:organisation>/objectives/<int:sharer>/<shared_objective_id>",
    ),
    Permission(Thing.LINK_PAGE, Access.READ): ("GET /outside/<path:link>",),
    Permission(Thing.LINKS, Access.READ): (
        "GET /links/",
        "GET /links/<link_id>",
    ),
    Permission(Thing.LINKS, Access.CHANGE): (
        "POST /links/",
        "DELETE /links/<link_id>",
        "PATCH /links/<link_id>",
        "GET /links/<link_id>/edit",
        "GET /links/new",
    ),
    Permission(Thing.MEMBERS, Access.READ): ("GET /teams/<int:team>/settings",),
    Permission(Thing.MEMBERSHIP, Access.CHANGE): (
        "DELETE /organisations/<int:organisation>/roles/<int:member>",
        "GET /teams/<int:team>/departures/new",
        "POST /teams/<int:team>/earlier-wins/",
        "GET /teams/<int:team>/earlier-wins/new",
    ),
    Permission(Thing.TEAM, Access.CHANGE): (
        "PATCH /teams/<int:team>/confidence-rule",
        "GET /teams/<int:team>/confidence-rule/edit",
        "POST /teams/<int:team>/invitations/",
        "DELETE /teams/<int:team>/invitations/<invitation_id>",
        "GET /teams/<int:team>/invitations/new",
        "DELETE /teams/<int:team>/memberships/<int:member>",
        "PATCH /teams/<int:team>/memberships/<int:member>",
        "GET /teams/<int:team>/memberships/<int:member>/edit",
        "PATCH /teams/<int:team>/settings",
        "PATCH /teams/<int:team>/sharings/<own_objective_id>",
        "GET /teams/<int:team>/sharings/<own_objective_id>/edit",
    ),
    Permission(Thing.TEAM_CONFIDENCE, Access.READ): ("GET /teams/<int:team>/insights",),
    Permission(Thing.GOAL_CONFIDENCE, Access.READ): ("GET /goals/calibration/",),
    Permission(Thing.GOAL_CONFIDENCE, Access.CHANGE): (
        "POST /goals/<goal_id>/confidence",
        "GET /goals/<goal_id>/confidence/new",
    ),
}
PARTS = (_ROUTES, PERSONAL, REVIEWS, RECOGNITION)
# What a team owns has the pages of one's own things a second time, below TEAM (team_pages.py).
_OF_TEAMS = (
    *(
        "adjustments",
        "decisions",
        "dependencies",
        "goals",
        "indicators",
        "objectives",
        "review-calendars",
    ),
    *("review-plans", "reviews", "templates"),
)
_THINGS_OF_TEAMS = {Thing.OWNED: _OF_TEAMS, Thing.LINKS: ("links",)}
_ALSO: Mapping[str, Permission] = {  # these are about what the person logged, or what the team owns
    "DELETE /deletions/<deletion_id>": Permission(Thing.OWNED, Access.CHANGE),
    "GET /lessons/": Permission(Thing.OWNED, Access.READ),
    "DELETE /wins/<win_id>": Permission(Thing.OWNED, Access.CHANGE),
    "PATCH /wins/<win_id>": Permission(Thing.OWNED, Access.CHANGE),
    "GET /wins/<win_id>/edit": Permission(Thing.OWNED, Access.CHANGE),
}


def _below_team(route: str) -> str:
    method, path = route.split()
    return f"{method} {TEAM}{path}"


_OWN: Mapping[str, Permission] = {
    route: permission for part in PARTS for permission, routes in part.items() for route in routes
}
OF_TEAMS: Mapping[str, Permission] = {
    _below_team(route): permission
    for route, permission in {**_OWN, **_ALSO}.items()
    if route in _ALSO or route.split("/")[1] in _THINGS_OF_TEAMS.get(permission.thing, ())
}
ROUTES: dict[str, Permission] = {**_OWN, **OF_TEAMS}
