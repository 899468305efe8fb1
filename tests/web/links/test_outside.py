"""The page of a read-only link, as somebody outside opens it (R32)."""

import logging
import re
from datetime import date

import pytest

from tests.domain.links.conftest import token_of
from tests.support.make import KEYS, NOON, Someone, win
from tests.support.owners.teams import a_team
from tests.web.conftest import Browser
from webapp.domain.links.links import link_of, links_of, renew_link, revoke_link
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective, delete_objective
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.domain.teams.outside import set_outside
from webapp.domain.teams.teams import archive_team
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields

HIDDEN = {
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
LEADS = re.compile(r'(?:href|src|action)="([^"]*)"')


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team that Ana leads and Ben is in."""
    return a_team(ana, "Platform", ben)


@pytest.fixture
def lead(ana: Someone, team: int) -> ActingForTeam:
    """Return Ana as she acts for the team."""
    return acting_for_team(team, ana.me.id)


@pytest.fixture
def faster(lead: ActingForTeam) -> str:
    """Return the id of an objective of the team, with an indicator."""
    objective = add_objective(lead, ObjectiveFields("Faster builds", "Nobody waits"), NOON)
    indicator = add_indicator(lead, Measure("Minutes", "min", objective=objective, target=5.0))
    store_values(lead, indicator, [Value(date(2026, 11, day), 20 - day) for day in (1, 8, 15)])
    return objective


@pytest.fixture
def wins(ana: Someone, ben: Someone, team: int, faster: str) -> tuple[str, str]:
    """Let Ana and Ben show the team a win each; return their ids."""
    shown = {"visibility": f"team:{team}", "objectives": [faster]}
    hers, his = win("Cut the build", impact="8 min", **shown), win("Cached it", **shown)
    ana.sends(hers)
    ben.sends(his)
    return str(hers["id"]), str(his["id"])


def test_it_is_read_without_an_account(
    signed_out: Browser, lead: ActingForTeam, faster: str, wins: tuple[str, str]
) -> None:
    page = signed_out.get(f"/outside/{token_of(lead, faster, wins[0])}")
    shown = ("Platform", "Faster builds", "Nobody waits", "Minutes", "Cut the build", ">Ana<")
    assert (page.status_code, [one for one in shown if one not in page.text]) == (200, [])
    assert HIDDEN.items() <= dict(page.headers).items()
    assert '<meta name="robots" content="noindex, nofollow">' in page.text
    assert "And 1 win that is not shown here." in page.text


def test_nobody_is_named_who_did_not_choose_and_nothing_is_shown_that_was_not_ticked(
    signed_out: Browser, ben: Someone, lead: ActingForTeam, faster: str, wins: tuple[str, str]
) -> None:
    path = f"/outside/{token_of(lead, faster)}"
    page = signed_out.get(path).text
    assert not any(one in page for one in ("Ben", "Ana", "Cached it", "Cut the build"))
    set_outside(ben.me, lead.owner, wins[1], shown=True)
    page = signed_out.get(path).text
    assert "Cached it" in page
    assert "Ben" not in page


def test_it_leads_nowhere_but_to_its_own_files(
    signed_out: Browser, lead: ActingForTeam, faster: str, wins: tuple[str, str]
) -> None:
    page = signed_out.get(f"/outside/{token_of(lead, faster, *wins)}").text
    assert {one.split("/")[1] for one in LEADS.findall(page)} == {"static"}
    assert not any(one in page for one in ("<script", "<form", "<nav", "manifest", "data-person"))


def test_unknown_revoked_renewed_and_malformed_are_one_answer(
    signed_out: Browser, ana: Someone, lead: ActingForTeam, faster: str
) -> None:
    tokens = [token_of(lead, faster) for _ in range(3)]
    revoked, renewed, of_archived = links_of(lead, KEYS)
    gone = [link.token for link in (revoked, renewed)]
    revoke_link(lead, revoked.id)
    renew_link(lead, renewed.id, KEYS)
    deleted = add_objective(ana.me, ObjectiveFields("Gone"), NOON)
    gone.append(token_of(ana.me, deleted))  # type: ignore[arg-type]
    delete_objective(ana.me, deleted, NOON)
    archive_team(ana.me, lead.owner, NOON)
    gone.append(link_of(lead, of_archived.id, KEYS).token)
    never = [f"{lead.owner}-{'0' * 64}", f"99999-{'0' * 64}", "x", f"{tokens[0]}/x", "a b", "%"]
    paths = [*gone, *never, f"{lead.owner}-{'0' * 5000}", f"{gone[0]}?after=1.2.3"]
    answers = {
        (one.status_code, one.data, str(one.headers))
        for one in (signed_out.get(f"/outside/{path}") for path in paths)
    }
    [(status, body, headers)] = answers
    assert status == 404
    assert b"This link leads nowhere" in body
    assert all(f"{name}: {value}" in headers for name, value in HIDDEN.items())


def test_a_member_who_is_signed_in_sees_the_same_page(
    as_ben: Browser, signed_out: Browser, lead: ActingForTeam, faster: str, wins: tuple[str, str]
) -> None:
    path = f"/outside/{token_of(lead, faster, wins[0])}"
    assert as_ben.get(path).data == signed_out.get(path).data


def test_no_log_line_has_the_secret(
    signed_out: Browser, lead: ActingForTeam, faster: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = token_of(lead, faster)
    for path in (token, token[:-1] + "x"):
        signed_out.get(f"/outside/{path}")
    said = " ".join(str(vars(record)) for record in caplog.records)
    assert "link refused" in said
    assert token.partition("-")[2][:20] not in said


def test_earlier_wins_are_one_page_on(
    signed_out: Browser, ben: Someone, lead: ActingForTeam, faster: str, team: int
) -> None:
    own = [win(f"No. {at:02}", team=team, objectives=[faster], at=NOON + at) for at in range(31)]
    ben.sends(*own)
    first = signed_out.get(f"/outside/{token_of(lead, faster)}").text
    [more] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = signed_out.get(more.replace("&amp;", "&")).text
    assert ("No. 30" in first, "No. 00" in first, "No. 00" in second) == (True, False, True)


def test_what_somebody_wrote_is_no_markup(
    signed_out: Browser, ana: Someone, lead: ActingForTeam
) -> None:
    odd = add_objective(lead, ObjectiveFields("<i>a</i>", "<b>b</b>"), NOON)
    page = signed_out.get(f"/outside/{token_of(lead, odd)}").text
    assert "&lt;i&gt;a" in page
    assert "<i>a" not in page
    assert "<b>b" not in page
