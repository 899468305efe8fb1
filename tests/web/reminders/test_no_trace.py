"""A check-in of a mate changes nothing that jobs plan for others or send them (R36, metadata)."""

import re
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask

from tests.domain.mail.mails import confirmed
from tests.gateways.mail.twin import mail_in_memory
from tests.support.make import DAY, HOUR, NOON, Someone, rating, win
from tests.support.owners.some_team import SomeTeam, make_team
from tests.web.conftest import Browser
from webapp.domain.mail.choices import choose_mails
from webapp.domain.mail.sending import send_due_mail
from webapp.domain.reminders.planning import plan_due, still_wanted
from webapp.domain.reminders.wishes import store_wishes
from webapp.domain.reviews import reviews
from webapp.domain.reviews.endings import end_all_left_open
from webapp.domain.teams.counting import choose_team
from webapp.domain.upkeep.expired import delete_expired, forget_old_deletions
from webapp.gateways.mail.memory import MemoryMailer
from webapp.rules.account.mails import Wanted
from webapp.rules.reminders.kinds import Way
from webapp.rules.reminders.settings import Wishes
from webapp.storage.engine.database import database
from webapp.storage.reminders.prompts import Prompt
from webapp.web.shared import clock

MONDAY = NOON + DAY - 4 * HOUR  # 23 November 2026, 08:00 in Berlin
PATHS = ("/reminders/", "/mails/", "/settings/", "/teams/", "/")
IDS = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")  # of new forms and mails


@pytest.fixture(autouse=True)
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the pages stands still, after the jobs."""
    at = (MONDAY + DAY) * 1_000_000
    monkeypatch.setattr(clock, "time", SimpleNamespace(time_ns=lambda: at))


@pytest.fixture
def mailer() -> Iterator[MemoryMailer]:
    """A server that sends mail, in memory."""
    with mail_in_memory() as mailer:
        yield mailer


@pytest.fixture
def mates(ana: Someone, ben: Someone, mailer: MemoryMailer) -> SomeTeam:
    """Two who want every reminder and mail there is, and a review of theirs that goes on."""
    team = make_team("Harbour", ana, ben)
    for one in (ana, ben):
        confirmed(one, mailer)
        store_wishes(one.me, Wishes(way=Way.MAIL), NOON)
        choose_mails(one.me, {*Wanted}, "Europe/Berlin", "en", NOON)
        choose_team(one.me, str(team.id), NOON)
        one.sends(win("Fixed the flaky test", visibility=f"team:{team.id}"))
    reviews.begin(team.me, date(2026, 11, 22), NOON)
    return team


def after_the_jobs(ben: Someone, mailer: MemoryMailer, browser: Browser, team: int) -> list[Any]:
    """Let the jobs of two days run, and return all that they stored for Ben and sent to him."""
    mailer.sent.clear()
    for now in range(MONDAY - HOUR, MONDAY + DAY, HOUR):
        end_all_left_open(now)
        plan_due(now)
        send_due_mail(now)
        forget_old_deletions(now)
        delete_expired(now)
    own = Prompt.select().where(Prompt.person == ben.id)
    prompts = own.order_by(Prompt.day, Prompt.what, Prompt.number)
    wanted = [still_wanted(row, row.due) for row in prompts if row.sent is None]
    mails = [one for one in mailer.sent if one.recipient == "ben@example.org"]
    said = [(one.subject, IDS.sub("id", one.text), one.unsubscribe, one.at) for one in mails]
    pages = [IDS.sub("id", browser.get(path).text) for path in (*PATHS, f"/teams/{team}/reviews/")]
    return [list(prompts.dicts()), wanted, said, pages]


def test_what_ben_is_sent_is_the_same_whether_ana_checked_in_or_not(
    app: Flask, ana: Someone, ben: Someone, mates: SomeTeam, mailer: MemoryMailer
) -> None:
    browser, found, hers = Browser(ben.browser(app)), [], []
    for entries in ([], [rating(3, note="Shaky"), rating(9, at=MONDAY - 2 * HOUR)]):
        with database.atomic() as attempt:
            ana.sends(*entries, now=MONDAY - HOUR)
            found.append(after_the_jobs(ben, mailer, browser, mates.id))
            hers.append(list(Prompt.select().where(Prompt.person == ana.id).dicts()))
            attempt.rollback()
    assert found[0] == found[1]
    assert hers[0] != hers[1], "the jobs read no check-in: the test says little"
    prompts, _, mails, _ = found[0]
    assert prompts
    assert len(mails) > 1, "neither digest nor summary came: the test says little"
