"""The routes of reminders, as tests/web/rights.py has those of everything else."""

RIGHTS = {
    "GET /reminders/": (303, 200, 200),
    "POST /reminders/": (303, 303, 303),
    "PATCH /reminders/current": (303, 303, 303),
    "GET /reminders/current/edit": (303, 200, 200),
    "POST /pauses/": (303, 303, 404),  # a stranger has no reminders
    "DELETE /pauses/current": (303, 303, 404),
    "POST /snoozes/": (303, 303, 404),
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
    "POST /pauses/": {"first": "2026-12-24", "last": "2026-12-31"},
    "POST /reminders/": {"way": "none"},
    "POST /reminders/trials/": {"way": "push"},
    "POST /snoozes/": {"what": "check_in", "minutes": "60"},
    "PATCH /reminders/current": {
        **{"way": "none", "kinds": "check_in", "habit_at": "12:30", "dated_at": "09:00"},
        **{"quiet_from": "21:00", "quiet_until": "07:00"},
    },
    "PATCH /reminders/devices/<phone_id>": {"event": "opened"},
}
