"""What the routes of read-only links answer, as in tests/web/rights.py."""

RIGHTS_OF_LINKS = {
    "GET /links/": (303, 200, 200),
    "POST /links/": (303, 303, 422),  # the wins that it names are not theirs
    "GET /links/<link_id>": (303, 200, 404),
    "DELETE /links/<link_id>": (303, 303, 404),
    "PATCH /links/<link_id>": (303, 303, 404),
    "GET /links/<link_id>/edit": (303, 200, 404),
    "GET /links/new": (303, 200, 200),
    "GET /outside/<path:link>": (200, 200, 200),
}
FORMS_OF_LINKS = {
    "POST /links/": {"objective": "<objective_id>"},
    "PATCH /links/<link_id>": {"objective": "<objective_id>"},
}
