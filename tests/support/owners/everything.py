"""A team in an organisation that has something of everything, and a mate who shows it a win."""

import re
import uuid
from datetime import UTC, datetime, timedelta

from tests.support.everything import Words
from tests.support.visitor import Visitor

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}")
NUMBER = re.compile(r"/(\d+)")
INVITATION = re.compile(r"/invitations/([^/?]+)")


def fill_team(lead: Visitor, mate: Visitor, words: Words) -> None:
    """Let `lead` make the team and type `words` into its forms, and `mate` join it."""
    organisation = _made(NUMBER, lead, "/organisations/", name=words("Acme Health"))
    team = _made(NUMBER, lead, "/teams/", name=words("Platform"))
    at = f"/teams/{team}"
    _made(NUMBER, lead, f"{at}/settings?_method=PATCH", organisation=organisation)
    invited = {"days": "7", "uses": "10", "place": "member"}
    link = _made(INVITATION, lead, f"{at}/invitations/", **invited)
    _made(NUMBER, mate, "/memberships/", link=link)
    _made(NUMBER, lead, f"{at}/values/", name=words("Small steps"))
    objective = _owns(lead, at, words)
    shared = f"{at}/sharings/{objective}?_method=PATCH"
    _made(NUMBER, lead, shared, recipients=organisation)
    for one in (lead, mate):
        _shows_a_win(one, f"organisation:{team}", objective, words)


def _owns(lead: Visitor, at: str, words: Words) -> str:
    """Return the id of the team's objective, which has a goal and an indicator with a value."""
    named = {"name": words("Fewer defects"), "why": words("Quiet nights")}
    objective = _made(ID, lead, f"{at}/objectives/", **named)
    serves = {"objectives": objective, "criteria": words("First one"), "due": _day(5)}
    goal = _made(ID, lead, f"{at}/goals/", statement=f"Send 2 to {words('all')}", **serves)
    _made(ID, lead, f"{at}/goals/{goal}/activation")
    measured = {"name": words("Defects"), "better": "down", "objective": objective}
    indicator = _made(ID, lead, f"{at}/indicators/", **measured)
    _made(ID, lead, f"{at}/indicators/{indicator}/values/", day=_day(-1), value="3")
    _made(ID, lead, f"{at}/decisions/", what=words("Which vendor?"), importance="routine")
    review = _made(ID, lead, f"{at}/reviews/")
    for step in ("progress", "obstacles", "next"):
        _made(ID, lead, f"{at}/reviews/{review}/lines/", step=step, what=words("Asked first"))
    _made(ID, lead, f"{at}/reviews/{review}/end")
    return objective


def _shows_a_win(who: Visitor, visibility: str, objective: str, words: Words) -> None:
    at = round(datetime.now(UTC).timestamp() * 1000) - 60_000
    typed = {name: words(name) for name in ("what", "impact", "next_step")}
    fields = {"kind": "quick", "visibility": visibility, "objectives": [objective], **typed}
    shared = {"v": 1, "seq": 1, "offset": 0, "zone": "UTC"}
    entry = {**shared, "id": str(uuid.uuid4()), "verb": "log_win", "at": at, "fields": fields}
    verdicts = who.delivers([entry]).checked().verdicts
    assert set(verdicts.values()) == {"stored"}, verdicts


def _day(ahead: int) -> str:
    return (datetime.now(UTC) + timedelta(days=ahead)).date().isoformat()


def _made(pattern: re.Pattern[str], who: Visitor, path: str, **form: str) -> str:
    """Return what the address has to which a form leads that must be taken."""
    answer = who.post(path, **form)
    assert answer.status == 303, f"{path}: {answer.status} {answer.text[:2000]}"
    found = pattern.findall(answer.path)
    return str(found[-1]) if found else ""
