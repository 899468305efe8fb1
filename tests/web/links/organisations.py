"""What the routes of organisations answer, as in tests/web/rights.py."""

RIGHTS_OF_ORGANISATIONS = {
    "GET /organisations/<int:organisation>/objectives/": (303, 200, 404),
    "GET /organisations/<int:organisation>/objectives/<int:sharer>/<shared_objective_id>": (
        *(303, 200, 404),
    ),
    "PATCH /teams/<int:team>/sharings/<own_objective_id>": (303, 303, 404),
    "GET /teams/<int:team>/sharings/<own_objective_id>/edit": (303, 200, 404),
    "GET /organisations/<int:organisation>": (303, 200, 404),
    "GET /organisations/<int:organisation>/settings": (303, 200, 404),
    "POST /organisations/<int:organisation>/invitations/": (303, 303, 404),
    "DELETE /organisations/<int:organisation>/invitations/<invitation_id>": (303, 404, 404),
    "GET /organisations/<int:organisation>/invitations/new": (303, 200, 404),
    "PATCH /organisations/<int:organisation>/settings": (303, 303, 404),
    "POST /organisations/<int:organisation>/teams/": (303, 303, 404),
    "PATCH /organisations/<int:organisation>/teams/<int:its_team>": (303, 303, 404),
    "GET /organisations/<int:organisation>/teams/new": (303, 200, 404),
    "DELETE /organisations/<int:organisation>/roles/<int:member>": (303, 404, 404),
}
