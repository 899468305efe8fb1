"""Something shared from another app."""

from tests.support.make import Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.capture.wins import wins_page


def test_it_becomes_a_draft_that_one_tap_logs(as_ana: Browser, ana: Someone) -> None:
    page = as_ana.get("/shares/new?title=Notes&text=&url=https://example.org/%3Cb%3E").text
    assert ">Notes</textarea>" in page
    assert 'name="evidence" value="https://example.org/&lt;b&gt;"' in page
    as_ana.post("/wins/", what="Notes", kind="quick", evidence="https://example.org/")
    [win], _ = wins_page(ana.me)
    assert (win.what, win.evidence) == ("Notes", "https://example.org/")


def test_with_nothing_shared_there_is_an_empty_box(as_ana: Browser) -> None:
    assert 'data-longest="2000"></textarea>' in as_ana.get("/shares/new").text


def test_a_link_that_is_none_is_refused(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/wins/", what="Notes", kind="quick", evidence="javascript:alert(1)")
    assert (answer.status_code, wins_page(ana.me)) == (422, ([], False))


def test_whoever_has_to_sign_in_first_finds_it_afterwards(signed_out: Browser) -> None:
    answer = signed_out.get("/shares/new?title=Notes")
    assert answer.location == "/sessions/new?next=/shares/new?title%3DNotes"


def test_it_takes_one_query(as_ana: Browser) -> None:
    with counted_queries() as queries:
        as_ana.get("/shares/new?title=Notes")
    assert len(queries) == 1
