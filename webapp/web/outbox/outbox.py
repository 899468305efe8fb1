"""The outbox: the page of entries that wait on this phone, and the address they are sent to."""

import json
from typing import Any

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue

from webapp.domain.outbox.outbox import Verdict, deliver
from webapp.rules.outbox.entries import MOST_ENTRIES
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.rate_limits import Limit
from webapp.web.shared.clock import now
from webapp.web.shared.errors import sentence
from webapp.web.shared.etags import page_or_304
from webapp.web.shared.login import current_person

LONGEST_INT = 20  # characters

pages = Blueprint("outbox", __name__, url_prefix="/outbox")


@pages.get("/")
def index() -> ResponseReturnValue:
    """Show the page of waiting entries. The phone's scripts list them, the server has none."""
    return page_or_304(
        current_person(), lambda: render_template("outbox/index.html", person=current_person())
    )


@pages.post("/")
def create() -> ResponseReturnValue:
    """Take {"person": key, "entries": [...]}, oldest first, and return verdicts by id.

    401 when signed out (never a redirect: a phone would take the sign-in page for success), 403
    when the entries are another person's, 413 for more than 100 entries or 256 kB, 429 for more
    in a short time than the operator allows.
    """
    sent = _read()
    if sent.get("person") != current_person().key:
        abort(403)
    entries = sent["entries"]
    if len(entries) > MOST_ENTRIES:
        abort(413)
    delivery = deliver(current_person(), entries, now(), _limit(), _size())
    verdicts = [_as_json(verdict) for verdict in delivery.verdicts]
    return _answer(person=current_person().key, rev=delivery.rev, verdicts=verdicts)


def _size() -> int:
    return request.content_length or 0


def _limit() -> Limit:
    return Limit(current_app.config["ENTRIES_PER_MINUTE"], MINUTE)


def _read() -> dict[str, Any]:
    try:
        raw = request.get_data(cache=False)
        sent = SENT.decode(raw.decode(json.detect_encoding(raw), "surrogatepass"))
    except (ValueError, RecursionError):
        abort(400)
    if not isinstance(sent, dict) or not isinstance(sent.get("entries"), list):
        abort(400)
    return sent


def _parse_int(digits: str) -> int | float:
    # Python refuses an int of more than 4,300 digits, and with it the whole request.
    return int(digits) if len(digits) < LONGEST_INT else float(digits)


SENT = json.JSONDecoder(parse_int=_parse_int)  # made once: each costs as much as reading an entry
ANSWERED = json.JSONEncoder(separators=(",", ":"), sort_keys=True)


def _as_json(verdict: Verdict) -> dict[str, str]:
    answer = {"id": verdict.id, "verdict": verdict.outcome.value}
    if verdict.problems:
        answer["reason"] = " ".join(sentence(problem) for problem in verdict.problems)
    return answer


def _answer(**content: Any) -> Response:
    return Response(f"{ANSWERED.encode(content)}\n", mimetype="application/json")
