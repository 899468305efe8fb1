"""What each route of recognition needs; routes.py puts this and the other parts together."""

from collections.abc import Mapping

from webapp.rules.rights.permissions import Access, Permission, Thing

RECOGNITION: Mapping[Permission, tuple[str, ...]] = {
    Permission(Thing.LOG, Access.READ): ("GET /recognitions/", "GET /recognitions/given/"),
    Permission(Thing.LOG, Access.CHANGE): (
        "PATCH /recognitions/<recognition_id>",
        "DELETE /recognitions/<recognition_id>",
        "DELETE /recognitions/given/<given_id>",
    ),
    Permission(Thing.OWNED, Access.READ): (
        "GET /teams/<int:team>/recognitions/",
        "GET /teams/<int:team>/recognitions/given",
    ),
    Permission(Thing.OWNED, Access.CHANGE): (
        "POST /teams/<int:team>/recognitions/",
        "DELETE /teams/<int:team>/recognitions/<given_id>",
        "GET /teams/<int:team>/recognitions/new",
    ),
    Permission(Thing.MEMBERSHIP, Access.CHANGE): ("PATCH /teams/<int:team>/wishes/current",),
    Permission(Thing.TEAM, Access.CHANGE): (
        "GET /teams/<int:team>/values/",
        "POST /teams/<int:team>/values/",
        "PATCH /teams/<int:team>/values/<value_id>",
        "DELETE /teams/<int:team>/values/<value_id>",
    ),
}
