"""The routes of recognition, as tests/web/rights.py has those of everything else."""

RIGHTS = {
    "GET /recognitions/": (303, 200, 200),
    "PATCH /recognitions/<recognition_id>": (303, 303, 404),
    "DELETE /recognitions/<recognition_id>": (303, 303, 404),
    "GET /recognitions/given/": (303, 200, 200),
    "DELETE /recognitions/given/<given_id>": (303, 303, 404),
    "GET /teams/<int:team>/recognitions/": (303, 200, 404),
    "POST /teams/<int:team>/recognitions/": (303, 303, 404),
    "GET /teams/<int:team>/recognitions/given": (303, 200, 404),
    "GET /teams/<int:team>/recognitions/new": (303, 200, 404),
    "DELETE /teams/<int:team>/recognitions/<given_id>": (303, 303, 404),
    "GET /teams/<int:team>/values/": (303, 200, 404),
    "POST /teams/<int:team>/values/": (303, 303, 404),
    "PATCH /teams/<int:team>/values/<value_id>": (303, 303, 404),
    "DELETE /teams/<int:team>/values/<value_id>": (303, 303, 404),
    "PATCH /teams/<int:team>/wishes/current": (303, 303, 404),
}
FORMS: dict[str, dict[str, str]] = {
    "POST /teams/<int:team>/recognitions/": {
        "wins": "<int:owner>/<shared_id>",
        "achieved": "Mine",
        "to_team": "no",
    },
    "PATCH /recognitions/<recognition_id>": {"kept": "no"},
    "POST /teams/<int:team>/values/": {"name": "Mine"},
    "PATCH /teams/<int:team>/values/<value_id>": {"name": "Mine"},
    "PATCH /teams/<int:team>/wishes/current": {"thanks": "team"},
}
