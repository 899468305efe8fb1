"""The routes of reminders, as tests/web/rights.py has those of everything else."""

RIGHTS = {
    "GET /reminders/devices/": (303, 200, 200),
    "POST /reminders/devices/": (303, 422, 422),  # this server does not push
    "GET /reminders/devices/new": (303, 200, 200),
    "GET /reminders/devices/<phone_id>": (303, 200, 200),  # of anybody else's: unknown
    "PATCH /reminders/devices/<phone_id>": (303, 204, 404),
    "DELETE /reminders/devices/<phone_id>": (303, 303, 404),
    "POST /reminders/answers/": (303, 303, 303),
    "POST /reminders/trials/": (303, 303, 303),
}
FORMS: dict[str, dict[str, str]] = {
    "PATCH /reminders/devices/<phone_id>": {"event": "opened"},
}
