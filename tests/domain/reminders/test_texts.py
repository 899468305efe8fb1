"""What reminders say, in every language, and nothing that a person wrote."""

from typing import Any

import pytest

from tests.support.make import HOUR, NOON, Someone
from webapp.catalogues import LANGUAGES, translations_of
from webapp.domain.reminders.texts import SAYS, message_of
from webapp.rules.reminders.kinds import HABITS, Kind
from webapp.storage.reminders.prompts import Prompt, add_prompts, prompts_since

GOAL = "3b0c0d0e-0000-4000-8000-000000000001"
OTHER = "3b0c0d0e-0000-4000-8000-000000000002"
WHAT = {Kind.GOAL: f"goal:{GOAL}", Kind.TEAM_REVIEW: "team_review:17", Kind.NOW: "now:push"}


def stored(someone: Someone, what: str, **more: Any) -> Prompt:
    row = {"person": someone.id, "what": what, "day": "2026-11-23", "number": 1, "due": NOON}
    add_prompts([{**row, "until": NOON + HOUR, "state": "waiting", **more}])
    return next(one for one in prompts_since(someone.me.id, "2026-11-23", 9) if one.what == what)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_has_a_title_a_text_and_a_place_to_go(
    kind: Kind, language: str, ana: Someone
) -> None:
    what = WHAT.get(kind, f"snooze:{Kind.CHECK_IN}" if kind is Kind.SNOOZE else kind)
    message = message_of(stored(ana, what), language, translations_of(language))
    assert message.title
    assert message.text
    assert message.address.startswith("/")
    assert (message.kind, message.language, message.until) == (kind, language, NOON + HOUR)


def test_every_kind_has_words_and_habits_have_some_for_the_follow_up() -> None:
    assert {*SAYS} == {(kind, 1) for kind in Kind} | {(kind, 2) for kind in HABITS}


def test_what_is_due_within_the_hour_is_counted_in_one_message(ana: Someone) -> None:
    first = stored(ana, f"goal:{GOAL}")
    stored(ana, f"goal:{OTHER}", state="skipped", reason="together")
    message = message_of(first, "en", translations_of("en"))
    assert (message.title, message.address) == ("Some things are due today", "/")
    assert message.text.startswith("2 micro-goals")


def test_a_tap_leads_to_what_is_asked_for(ana: Someone) -> None:
    wanted = {
        "check_in": "/checkins/new",
        "snooze:capture": "/?capture",
        f"goal:{GOAL}": f"/goals/{GOAL}",
        f"goal:{GOAL}:17": f"/teams/17/goals/{GOAL}",
        "team_review:17": "/teams/17/reviews/",
    }
    english = translations_of("en")
    found = {what: message_of(stored(ana, what), "en", english).address for what in wanted}
    assert found == wanted
