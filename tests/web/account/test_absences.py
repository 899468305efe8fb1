"""Days off and pauses."""

from tests.support.make import Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.account.absences import absences, add_absence


def test_a_pause_can_be_added_and_is_listed(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/absences/", first="2026-12-24", last="2026-12-31")
    assert (answer.status_code, answer.location) == (303, "/absences/")
    assert "Thu 24 Dec – Thu 31 Dec" in as_ana.get("/absences/").text
    assert len(absences(ana.me)) == 1


def test_a_day_off_is_one_day(as_ana: Browser) -> None:
    as_ana.post("/absences/", first="2026-12-24", last="")
    assert '<span class="row__what">Thu 24 Dec</span>' in as_ana.get("/absences/").text


def test_one_can_be_deleted(as_ana: Browser, ana: Someone) -> None:
    add_absence(ana.me, "2026-12-24", "2026-12-31")
    answer = as_ana.post("/absences/2026-12-24--2026-12-31?_method=DELETE")
    assert (answer.status_code, absences(ana.me)) == (303, [])


def test_a_pause_that_ends_before_it_starts_is_given_back(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/absences/", first="2026-12-24", last="2026-12-01")
    assert answer.status_code == 422
    assert "This ends before it starts." in answer.text
    assert 'value="2026-12-24"' in answer.text
    assert 'value="2026-12-01"' in answer.text
    assert absences(ana.me) == []


def test_both_invalid_days_are_reported(as_ana: Browser) -> None:
    answer = as_ana.post("/absences/", first="<b>", last="soon")
    assert "Choose the first day." in answer.text
    assert "Choose the last day." in answer.text
    assert 'value="&lt;b&gt;"' in answer.text


def test_another_sees_and_deletes_nothing(as_cleo: Browser, ana: Someone) -> None:
    add_absence(ana.me, "2026-12-24", "2026-12-31")
    assert "absence-" not in as_cleo.get("/absences/").text
    answer = as_cleo.post("/absences/2026-12-24--2026-12-31?_method=DELETE")
    assert (answer.status_code, len(absences(ana.me))) == (404, 1)


def test_signed_out_people_are_redirected_to_sign_in(signed_out: Browser) -> None:
    assert signed_out.get("/absences/").location == "/sessions/new?next=/absences/"


def test_the_list_takes_as_many_queries_with_many(as_ana: Browser, ana: Someone) -> None:
    counts = []
    for month in range(1, 13):
        add_absence(ana.me, f"2027-{month:02}-01", "")
        with counted_queries() as queries:
            as_ana.get("/absences/")
        counts.append(len(queries))
    assert set(counts) == {2}
