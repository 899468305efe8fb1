"""What others said of one's outcomes: asked once, read calmly, kept as evidence (R33, R45)."""

import json
import re

import pytest

from tests.support.make import Someone
from tests.support.owners.thanks import (
    WHY,
    copies,
    counted_win,
    shared_win,
    thanks,
    to_team,
    wants_it_read,
)
from tests.web.conftest import Browser
from webapp.domain.teams.memberships import leave_every_team
from webapp.rules.shared.ids import TeamId, id_of_person
from webapp.storage.account.people import Person

ASKED = "Somebody thanks you for the first time"


def test_a_receiver_is_told_once_and_asked_at_the_first_thanks(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    assert ASKED not in as_ben.get("/recognitions/").text
    ana.sends(to_team(platform, counted_win(ben, platform)))
    assert 'href="/recognitions/"' in as_ben.get("/").text
    page = as_ben.get("/recognitions/").text
    assert ASKED in page
    assert WHY in page
    assert 'href="/recognitions/"' not in as_ben.get("/").text
    as_ben.post(f"/teams/{platform}/wishes/current?_method=PATCH", thanks="team")
    assert len(copies(platform, "team")) == 1
    assert ASKED not in as_ben.get("/recognitions/").text


def test_a_receiver_makes_thanks_private_and_leaves_them_out_of_their_evidence(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    ana.sends(one := to_team(platform, counted_win(ben, platform)))
    path = f"/recognitions/{one['id']}?_method=PATCH"
    assert "The team" in as_ben.get("/recognitions/").text
    as_ben.post(path, shown="no")
    assert copies(platform, "team") == []
    assert WHY in as_ben.get("/evidence/").text
    as_ben.post(path, kept="no")
    assert WHY not in as_ben.get("/evidence/").text
    as_ben.post(f"/recognitions/{one['id']}?_method=DELETE")
    assert copies(ben.id) == []


@pytest.mark.parametrize("form", ["md", "json", "csv"])
def test_the_evidence_file_carries_what_others_said(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId, form: str
) -> None:
    ana.sends(to_team(platform, counted_win(ben, platform)))
    text = as_ben.get(f"/evidence/record.{form}").text
    assert WHY in text
    assert "Ana" in text
    if form == "json":
        assert json.loads(text)["thanks"][0]["wins"] == ["Cut the list to 6 steps"]


def test_evidence_of_an_objective_has_only_what_was_said_of_it(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    ana.sends(to_team(platform, counted_win(ben, platform)))
    ana.sends(thanks(platform, shared_win(ben, platform), achieved="Of no objective"))
    page = as_ben.get("/evidence/").text
    [objective, *_] = re.findall(r'<option value="([0-9a-f-]{36})"', page)
    assert "Of no objective" in page
    narrowed = as_ben.get(f"/evidence/?objective={objective}").text
    assert WHY in narrowed
    assert "Of no objective" not in narrowed
    assert WHY not in as_ben.get("/evidence/?q=elephants").text


def test_a_giver_whose_account_is_gone_is_a_former_colleague(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    ana.sends(thanks(platform, shared_win(ben, platform)))
    leave_every_team(id_of_person(ana.id), 1)
    Person.delete().where(Person.id == ana.id).execute()
    page = as_ben.get("/recognitions/").text
    assert "A former colleague" in page
    assert ">Ana<" not in page


def test_the_chart_marks_days_of_thanks_and_counts_none(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    assert "chart__thanks" not in as_ben.get("/insights/").text
    ana.sends(thanks(platform, shared_win(ben, platform)))
    assert "chart__thanks" in as_ben.get("/insights/confidence.svg").text


def numbers(browser: Browser, path: str) -> list[str]:
    """Return the numbers that a person reads on a page, but for those in the thanks themselves."""
    page = browser.get(path).text.partition("<main")[2].partition("</main")[0]
    page = re.sub(r'<(article|div) class="card thanks".*?</\1>', "", page, flags=re.DOTALL)
    page = re.sub(r"<li class=\"exhibit\">.*?</li>", "", page, flags=re.DOTALL)
    text = re.sub(r"<(script|style|svg|template).*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    return re.findall(r"\d+", text)


PAGES = ("/", "/recognitions/", "/evidence/", "/settings/", "/teams/", "/insights/", "/wins/")
OF_TEAM = (
    *("", "?by=person", "?by=kind", "/settings", "/recognitions/", "/recognitions/given"),
    *("/reviews/", "/insights"),
)


def test_no_page_counts_thanks(
    as_ana: Browser, as_ben: Browser, as_dee: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    win = counted_win(ben, platform)
    paths = [*PAGES, *(f"/teams/{platform}{path}" for path in OF_TEAM)]
    ana.sends(to_team(platform, win, achieved="Once"))
    before = [numbers(who, path) for who in (as_ana, as_ben, as_dee) for path in paths]
    ana.sends(*(to_team(platform, win, achieved=f"Again {'x' * at}") for at in range(4)))
    after = [numbers(who, path) for who in (as_ana, as_ben, as_dee) for path in paths]
    assert after == before


def test_a_row_of_the_table_has_what_was_said_of_its_win_alone(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    counted_win(ben, platform, "Answered the audit in a day")
    ana.sends(thanks(platform, counted_win(ben, platform), matters=WHY))
    said = [row for row in as_ben.get("/evidence/record.csv").text.splitlines() if WHY in row]
    assert len(said) == 1
    assert "Cut the list to 6 steps" in said[0]
    without = as_ben.get("/evidence/record.csv?parts=wins").text
    assert WHY not in without
