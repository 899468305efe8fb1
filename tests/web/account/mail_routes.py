"""The routes of mails, as tests/web/rights.py has those of everything else."""

RIGHTS = {
    "POST /confirmations/": (303, 409, 409),  # here no mail is sent; see test_confirmations.py
    "DELETE /confirmations/": (303, 303, 303),
    "GET /confirmations/<confirmation>": (404, 404, 404),
    "PATCH /confirmations/<confirmation>": (404, 404, 404),
    "GET /mails/": (303, 200, 200),
    "POST /mails/": (303, 409, 409),
    "PATCH /mails/current": (303, 303, 303),
    "GET /resets/": (200, 200, 200),
    "GET /resets/new": (200, 200, 200),
    "POST /resets/": (409, 409, 409),
    "GET /unsubscriptions/<subscription>": (404, 404, 404),
    "POST /unsubscriptions/<subscription>": (404, 404, 404),
}
