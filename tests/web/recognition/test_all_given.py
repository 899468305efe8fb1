"""What one gave, in teams that one has left, too: a page of one's own (R33)."""

from tests.support.make import Someone, win
from tests.support.owners.teams import leaves
from tests.support.owners.thanks import copies, shared_win, thanks
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.rules.shared.ids import TeamId


def test_who_has_left_takes_back_what_they_gave(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    given = thanks(platform, shared_win(ben, platform), achieved="A board without gaps")
    ana.sends(given)
    leaves(ana, platform)
    assert "A board without gaps" in as_ana.get("/recognitions/given/").text
    as_ana.post(f"/recognitions/given/{given['id']}?_method=DELETE")
    assert copies(ben.id) == []
    assert "A board without gaps" not in as_ana.get("/recognitions/given/").text


def test_it_names_whom_and_shows_no_word_of_their_wins(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    ana.sends(thanks(platform, shared_win(ben, platform, "Sent it on Monday")))
    page = as_ana.get("/recognitions/given/").text
    assert "Ben" in page
    assert "Sent it on Monday" not in page


def test_what_somebody_else_gave_is_not_there(
    as_ben: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    given = thanks(platform, shared_win(ben, platform), achieved="A board without gaps")
    ana.sends(given)
    assert "A board without gaps" not in as_ben.get("/recognitions/given/").text
    taken_back = as_ben.post(f"/recognitions/given/{given['id']}?_method=DELETE")
    assert taken_back.status_code == 404
    assert copies(ben.id) == [given["id"]]


def test_it_costs_the_same_however_many_there_are(
    as_ana: Browser, ana: Someone, ben: Someone, platform: TeamId
) -> None:
    its = shared_win(ben, platform)
    ana.sends(thanks(platform, its))
    as_ana.get("/recognitions/given/")
    with counted_queries() as one:
        as_ana.get("/recognitions/given/")
    ana.sends(win("Another"), *(thanks(platform, its, achieved=f"No. {n}") for n in range(25)))
    with counted_queries() as many:
        page = as_ana.get("/recognitions/given/").text
    assert len(many) == len(one)
    assert page.count("Take back") == 20
