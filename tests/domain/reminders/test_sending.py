"""A prompt is sent the way that its person chose, in their language, if it is still wanted."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.domain.reminders.test_planning import AT, MONDAY, plan_all, prompt
from tests.support.make import HOUR, MINUTE, NOON, Someone, rating, win
from tests.support.push.pushed import pushing_by, subscribe
from webapp.catalogues import translations_of
from webapp.domain.account.people import set_language
from webapp.domain.reminders.claims import End, Outcome
from webapp.domain.reminders.sending import sender
from webapp.domain.reminders.wishes import store_wishes
from webapp.gateways.push.memory import InMemory
from webapp.gateways.push.service import Answer
from webapp.gateways.push.service import Outcome as Pushed
from webapp.rules.reminders.kinds import Reason, State, Way
from webapp.rules.reminders.settings import Wishes
from webapp.storage.reminders.claims import FARTHEST
from webapp.storage.reminders.prompts import Prompt, add_prompts, one_prompt


@pytest.fixture
def asked(ana: Someone) -> Someone:
    """Return Ana, who wants reminders; her check-in is due at AT."""
    ana.sends(win())
    store_wishes(ana.me, Wishes(), NOON)
    plan_all(MONDAY)
    return ana


def send(what: Prompt, now: int = AT) -> Outcome:
    return sender(translations_of)(what, now)


def said(service: InMemory) -> list[dict[str, Any]]:
    return [json.loads(push.content)["notification"] for push, _ in service.sent]


def test_it_is_pushed_to_the_phone_in_the_language_of_the_person(asked: Someone) -> None:
    set_language(asked.me, "ar")
    with pushing_by(service := InMemory()):
        subscribe(asked)
        assert send(prompt(asked)) == Outcome(End.SENT, AT)
    [notification] = said(service)
    assert notification["title"] == translations_of("ar").ugettext("How confident are you today?")


def test_without_a_chosen_language_it_is_that_of_the_phone(asked: Someone) -> None:
    with pushing_by(service := InMemory()):
        subscribe(asked)
        send(prompt(asked))
    assert said(service)[0]["title"] == "How confident are you today?"


def test_what_was_done_meanwhile_is_not_sent(asked: Someone) -> None:
    asked.sends(rating(7, at=AT - HOUR), now=AT - HOUR)
    with pushing_by(service := InMemory()):
        subscribe(asked)
        assert send(prompt(asked)) == Outcome(End.SKIPPED, reason=Reason.DONE)
    assert service.sent == []


def test_what_planning_moves_goes_on_waiting(asked: Someone) -> None:
    store_wishes(asked.me, replace(Wishes(), habit_at=15 * 60), MONDAY)
    assert send(prompt(asked)) == Outcome(End.UNTRIED)


def test_without_a_phone_it_is_recorded_that_it_went_nowhere(asked: Someone) -> None:
    with pushing_by(InMemory()):
        assert send(prompt(asked)) == Outcome(End.SKIPPED, reason=Reason.NOWHERE)


def test_who_wants_nothing_gets_nothing(asked: Someone) -> None:
    store_wishes(asked.me, replace(Wishes(), way=Way.NONE), MONDAY)
    with pushing_by(service := InMemory()):
        subscribe(asked)
        assert send(prompt(asked)) == Outcome(End.SKIPPED, reason=Reason.OFF)
    assert service.sent == []


@pytest.mark.parametrize(
    ("wait", "tries", "again"),
    [
        (None, 1, AT + MINUTE),
        (None, 3, AT + 3 * MINUTE),
        (90_000, 1, AT + 90_000),
        (10 * HOUR, 1, AT + FARTHEST),
    ],
)
def test_a_busy_service_is_asked_again_when_it_says_or_rarer_and_rarer(
    asked: Someone, wait: int | None, tries: int, again: int
) -> None:
    row = prompt(asked)
    row.tries = tries
    with pushing_by(service := InMemory()):
        phone = subscribe(asked)
        service.will_answer(phone.subscription.endpoint, Answer(Pushed.LATER, wait))
        assert send(row) == Outcome(End.AGAIN, again)


def test_send_me_one_now_says_itself_by_which_way(asked: Someone) -> None:
    store_wishes(asked.me, replace(Wishes(), way=Way.NONE), MONDAY)
    key = {"person": asked.id, "what": "now:push", "day": "2026-11-23", "number": 1}
    add_prompts([{**key, "due": AT, "until": AT + MINUTE, "state": State.WAITING}])
    found = one_prompt(asked.me.id, "now:push", "2026-11-23", 1)
    assert found
    with pushing_by(service := InMemory()):
        subscribe(asked)
        assert send(found).end is End.SENT
    assert said(service)[0]["title"] == "Reminders reach you here"
