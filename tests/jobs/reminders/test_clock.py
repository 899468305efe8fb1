"""The clock of the server is put back two hours: nothing comes twice, and nothing is lost."""

import threading
from collections.abc import Iterator

import pytest

from tests.domain.reminders.test_planning import AT, MONDAY, plan_all
from tests.support.aside import aside
from tests.support.make import HOUR, MINUTE, NOON, Someone, make_person, win
from tests.support.push.pushed import pushing_by, subscribe
from webapp.catalogues import translations_of
from webapp.domain.reminders import claims
from webapp.domain.reminders.delivery import deliver_due
from webapp.domain.reminders.sending import sender
from webapp.domain.reminders.wishes import store_wishes
from webapp.gateways.push.memory import InMemory
from webapp.rules.reminders.settings import Wishes
from webapp.storage.upkeep.opening import open_while

BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")
BACK = 2 * HOUR


@pytest.fixture
def ana(new_address) -> Iterator[Someone]:
    """Return Ana, whose check-in is due at AT, and its follow-up four hours later."""
    with aside(), open_while(new_address()):
        ana = make_person("Ana")
        ana.sends(win())
        store_wishes(ana.me, Wishes(), NOON)
        plan_all(MONDAY)
        yield ana


def sent_at(now: int, service: InMemory) -> int:
    """Let the jobs do a minute at this moment; return how many were sent in it."""
    before = len(service.sent)
    plan_all(now)
    deliver_due(sender(translations_of), lambda: now, threading.Event())
    return len(service.sent) - before


@BOTH
def test_what_was_sent_is_not_sent_again_and_its_follow_up_comes(ana: Someone) -> None:
    with pushing_by(service := InMemory()):
        subscribe(ana, now=MONDAY)
        moments = [AT, AT - BACK, AT - BACK + MINUTE, AT, AT + HOUR, AT + 4 * HOUR]
        assert [sent_at(now, service) for now in moments] == [1, 0, 0, 0, 0, 1]
    assert len({push.topic for push, _ in service.sent}) == 2


@BOTH
def test_what_a_killed_worker_had_before_is_free_at_once(ana: Someone) -> None:
    with pushing_by(service := InMemory()):
        subscribe(ana, now=MONDAY)
        assert len(claims.claim(AT + BACK)) == 1
        assert sent_at(AT, service) == 1
