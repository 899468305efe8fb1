"""The form for thanks: two taps from a mate's win to private thanks (R33)."""

import re

from tests.support.make import NOON, Someone
from tests.support.owners.teams import leaves
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
from webapp.domain.recognition.values import add_value, values_of
from webapp.domain.teams.teams import archive_team
from webapp.rules.shared.ids import TeamId
from webapp.storage.recognition.recognitions import Recognition

THANK = re.compile(r'href="(/teams/\d+/recognitions/new\?win=[^"]*)"')
WAYS = re.compile(r'name="to_team" value="(\w+)"')


def form_of(browser: Browser, team: TeamId, win: str) -> str:
    """Return the form for thanks for a win."""
    answer = browser.get(f"/teams/{team}/recognitions/new?win={win}")
    assert answer.status_code == 200
    return str(answer.text)


def test_two_taps_lead_from_a_mates_win_to_private_thanks(
    as_ana: Browser, ben: Someone, platform: TeamId
) -> None:
    shared_win(ben, platform, "Sent the report", impact="Two days early")
    [way] = THANK.findall(as_ana.get(f"/teams/{platform}").text)
    page = as_ana.get(way).text
    filled = re.findall(r'name="achieved"[^>]*>([^<]*)<', page)
    [cites] = re.findall(r'name="wins"\s+value="([^"]*)"[^>]*checked', page)
    sent = {"wins": cites, "achieved": filled[0], "matters": "", "to_team": "no"}
    assert as_ana.post(f"/teams/{platform}/recognitions/", **sent).status_code == 303
    row = Recognition.get(Recognition.owner == ben.id)
    assert (row.achieved, row.to_team) == ("Sent the report – Two days early", False)
    assert "Thanked" in as_ana.get(f"/teams/{platform}").text


def test_what_is_offered_first_is_in_proportion_to_the_win(
    as_ana: Browser, ben: Someone, platform: TeamId
) -> None:
    quick, milestone = shared_win(ben, platform), counted_win(ben, platform)
    assert WAYS.findall(form_of(as_ana, platform, quick)) == ["no", "yes"]
    assert WAYS.findall(form_of(as_ana, platform, milestone)) == ["yes", "no"]
    assert "Only to Ben" in form_of(as_ana, platform, quick)


def test_only_mates_wins_on_a_board_in_use_can_be_thanked_for(
    as_ana: Browser, ana: Someone, ben: Someone, dee: Someone, platform: TeamId
) -> None:
    own, dees = shared_win(ana, platform), shared_win(dee, platform, "Old")
    leaves(dee, platform)
    assert THANK.findall(as_ana.get(f"/teams/{platform}").text) == []
    for win in (own, dees, "7/nothing", f"{ben.id}/3b0c0d0e-0000-4000-8000-000000000001"):
        assert "checked" not in form_of(as_ana, platform, win).partition("<fieldset")[2]
    shared_win(ben, platform)
    assert THANK.findall(as_ana.get(f"/teams/{platform}").text) != []
    archive_team(ana.me, platform, NOON)
    assert THANK.findall(as_ana.get(f"/teams/{platform}").text) == []
    assert as_ana.get(f"/teams/{platform}/recognitions/new").status_code == 422


def test_what_is_refused_keeps_the_words(as_ana: Browser, ben: Someone, platform: TeamId) -> None:
    sent = {"wins": counted_win(ben, platform), "achieved": "Typed", "to_team": "yes"}
    answer = as_ana.post(f"/teams/{platform}/recognitions/", **sent, matters="so good")
    assert answer.status_code == 422
    assert "three words" in answer.text
    assert ">Typed<" in answer.text
    assert Recognition.select().count() == 0


def test_a_page_without_scripts_gets_the_hint_too(
    as_ana: Browser, ben: Someone, platform: TeamId
) -> None:
    sent = {"wins": counted_win(ben, platform), "achieved": "Great job", "to_team": "yes"}
    answer = as_ana.post(f"/teams/{platform}/recognitions/", **sent, matters="So good")
    assert ">This praises the effort. What is different now because of it?<" in answer.text


def test_values_are_asked_for_where_there_are_some_and_the_last_one_is_chosen(
    as_ana: Browser, ben: Someone, platform: TeamId
) -> None:
    win = shared_win(ben, platform)
    assert "Which of our values?" not in form_of(as_ana, platform, win)
    for name in ("Make it easy", "Say it early"):
        add_value(platform, name)
    last = values_of(platform)[1]
    sent = {"wins": win, "achieved": "Sent", "value": last.id, "to_team": "no"}
    as_ana.post(f"/teams/{platform}/recognitions/", **sent)
    assert re.search(rf'value="{last.id}"\s+checked', form_of(as_ana, platform, win))


def test_the_giver_reads_what_they_gave_and_takes_it_back(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    ana.sends(one := to_team(platform, counted_win(ben, platform)))
    page = as_ana.get(f"/teams/{platform}/recognitions/given").text
    assert WHY in page
    answer = as_ana.post(f"/teams/{platform}/recognitions/{one['id']}?_method=DELETE")
    assert answer.status_code == 303
    assert Recognition.select().count() == 0


def test_the_team_reads_what_its_member_wants_read(
    as_dee: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    ana.sends(to_team(platform, win := counted_win(ben, platform)))
    path = f"/teams/{platform}/recognitions/"
    assert WHY not in as_dee.get(path).text
    wants_it_read(ben, platform)
    assert WHY in as_dee.get(path).text
    assert WHY in as_dee.get(f"/teams/{platform}/wins/{win}").text


def test_private_thanks_are_read_by_nobody_else(
    as_dee: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    win = counted_win(ben, platform)
    ana.sends(thanks(platform, win, achieved="Between us"))
    for path in ("", "/recognitions/", "/recognitions/given", f"/wins/{win}", "/settings"):
        assert "Between us" not in as_dee.get(f"/teams/{platform}{path}").text
    assert copies(platform, "team") == []


def test_of_a_win_that_is_gone_the_words_stay(
    as_ana: Browser, as_ben: Browser, as_dee: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    ana.sends(to_team(platform, win := counted_win(ben, platform, "Vanished title")))
    ben.sends(
        {
            **thanks(platform, win),
            "verb": "edit_win",
            "fields": {"target": win.partition("/")[2], "visibility": "private"},
        }
    )
    for browser, path in ((as_ana, "given"), (as_dee, "")):
        page = browser.get(f"/teams/{platform}/recognitions/{path}").text
        assert "a win that is no longer shared" in page
        assert "Vanished title" not in page
        assert WHY in page
    assert "Vanished title" in as_ben.get("/recognitions/").text  # it is Ben's own
