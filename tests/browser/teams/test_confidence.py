"""A window of five is published when the server starts, and stays as it was shown (R36)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Playwright, expect

from tests.browser.site.test_accessible import TALL, violations
from tests.support.aside import open_at
from tests.support.forks.server import ForkedServer
from tests.support.make import MINUTE, Someone, make_person
from tests.support.owners.windows import W, answers, at, five
from tests.support.phones.chromium import Phone
from webapp.config import read_settings
from webapp.domain.account.sessions import start_session
from webapp.domain.insights import adjustments
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.invitations import invite
from webapp.rules.insights.team_adjustments import NoHigherBand
from webapp.rules.teams.invitations import Choice
from webapp.rules.teams.teams import Place
from webapp.rules.teams.windows import last_due, window
from webapp.web.shared import clock

LOOKS: tuple[tuple[str, Literal["light", "dark"]], ...] = (("ar", "dark"), ("en", "light"))
PAST = W - 1  # over and due whenever these tests run


def five_who_answered(folder: Path) -> tuple[int, list[Someone], str]:
    """Store a team of five with an answer of each; return it, them, and a session of the first."""
    keys = read_settings({"SMALLWINS_DATA": str(folder)}).keys
    with open_at(folder / "smallwins.db"):
        team, people = five("Harbour", period=PAST)
        for one in people:
            answers(one, 5, when=at(PAST, 3))
        acting, today = acting_for_team(team, people[0].me.id), window(PAST).last
        adjustments.show(acting, [NoHigherBand(5, ())], [], today, clock.now())
        return team, people, start_session(people[0].id, keys, clock.now())


def figure(phone: Phone, team: int) -> str:
    """Return what the team's Insights say of the window, after a way there by taps."""
    phone.open(f"/teams/{team}")
    page = phone.page
    page.locator(".sections__one", has_text="Insights").click()
    row = page.get_by_role("row").filter(has_text="people")
    expect(row).to_have_count(1)
    return row.inner_text()


def faults(phone: Phone, *paths: str) -> list[str]:
    """Return what axe and HTML_CodeSniffer find on these pages, either way lines run (W4)."""
    phone.page.set_viewport_size(TALL)
    found = []
    for language, scheme in LOOKS:
        phone.context.add_cookies([{"name": "language", "value": language, "url": phone.url}])
        phone.page.emulate_media(color_scheme=scheme)
        for path in paths:
            phone.open(path)
            expect(phone.page.locator("html")).to_have_attribute("lang", language)
            found += violations(phone.page)
    return found


def signed_in(playwright: Playwright, profile: Path, chromium: str, url: str, key: str) -> Phone:
    """Return the phone of whoever has this session."""
    phone = Phone(playwright, profile, url, chromium)
    phone.context.add_cookies([{"name": "session", "value": key, "url": url}])
    return phone


@contextmanager
def at_moment(server: ForkedServer, moment: int) -> Iterator[None]:
    """Let a server with this clock run for the block."""
    server.live_at(moment)
    with server:
        yield


def windows(phone: Phone, team: int) -> list[str]:
    """Return the rows of windows that a team's Insights show."""
    phone.open(f"/teams/{team}/insights")
    return phone.page.locator("table.bands tbody tr").all_inner_texts()


def test_who_joins_after_it_was_published_moves_no_figure(
    playwright: Playwright, data_folder: Path, tmp_path: Path, chromium: str
) -> None:
    keys = read_settings({"SMALLWINS_DATA": str(data_folder)}).keys
    period = last_due(clock.now()) + 1  # whenever these tests run, it is not published yet
    due = at(period, 34, 0)
    with open_at(data_folder / "smallwins.db"):
        team, people = five("Harbour", period=period)
        sixth = make_person("Sixth")
        link = invite(people[0].me, team, Choice(7, 1, Place.MEMBER), keys, "", due)
        for one in people:
            answers(one, 5, when=at(period, 3))
        sessions = [start_session(one.id, keys, due) for one in (people[0], sixth)]
    server = ForkedServer(data_folder)
    ana = signed_in(playwright, tmp_path / "ana", chromium, server.url, sessions[0])
    new = signed_in(playwright, tmp_path / "sixth", chromium, server.url, sessions[1])
    with at_moment(server, due - MINUTE):
        assert windows(ana, team) == []
    with at_moment(server, due):
        [shown] = windows(ana, team)
        assert "5–6" in shown
        new.open(f"/invitations/{link}")
        new.chooses("Harbour")
        new.sends("Join team")
        assert windows(new, team) == [shown]
    with open_at(data_folder / "smallwins.db"):
        answers(sixth, 0, when=at(period, 5))  # of days before they joined
        for one in (*people, sixth):
            answers(one, 9, when=at(period + 1, 6))
    with at_moment(server, at(period + 1, 34, 0)):
        newest, same = windows(ana, team)
        assert ("7+" in newest, same) == (True, shown)
    for phone in (ana, new):
        phone.close()


def test_a_window_of_five_is_shown_and_frozen(
    playwright: Playwright, data_folder: Path, tmp_path: Path, chromium: str
) -> None:
    team, people, session = five_who_answered(data_folder)
    with ForkedServer(data_folder) as server:
        phone = Phone(playwright, tmp_path / "phone", server.url, chromium)
        cookie = {"name": "session", "value": session, "url": server.url}
        phone.page.context.add_cookies([cookie])
        shown = figure(phone, team)
        assert "5–6" in shown
        rule = f"/teams/{team}/confidence-rule/edit"
        of_team = (f"/teams/{team}/adjustments/", f"/teams/{team}/insights")
        assert faults(phone, rule, "/countings/current/edit", *of_team) == []
        phone.follows("My answers count in …")
        phone.chooses("No team")
        phone.taps("Save")
        expect(phone.page.locator("a[href='/countings/current/edit']")).to_contain_text("No team")
        server.stop()
        with open_at(data_folder / "smallwins.db"):
            answers(people[1], 0, when=at(PAST, 4))  # from a phone that was off all the time
        server.start()
        assert figure(phone, team) == shown
        phone.close()
