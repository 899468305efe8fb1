"""The canary: one life with a marker in every field of everything that Ana can own (A1, A3, A8).

A field of text is one of WORDS, which the marker is put in, or of CODES, which hold ids, days and
choices that the app itself writes; a number that she types is one of NUMBERS. A new field that is
in none fails test_owner_scope.py.
"""

import re
from collections.abc import Iterator
from typing import Any

from peewee import CharField, DoubleField, Field, TextField

from tests.support.make import NOON, Someone, decide, edit, question, rating, win
from tests.support.plans import FRIDAYS, a_draft, active_goal
from tests.web.twins.rows import owned
from webapp.domain.objectives.indicators import add_indicator
from webapp.rules.goals.goals import PlannedCriterion
from webapp.rules.objectives.indicators import Measure
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.teams import Team
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import Stored
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.teams.counting import CountsIn
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.notices import Notice
from webapp.storage.upkeep.models import MODELS

MARKER = "Zqx<i>w"  # no page holds it by itself
UNESCAPED = "<i>w"
# However a page or file writes it; a search that says its own words back, Zqx, is none.
SHOWN = re.compile(r"(<|&lt;|%3C|u003c)i(>|&gt;|%3E|\\>|\\u003e)w", re.IGNORECASE)
NUMBER = 735_194_268  # in whichever language it is written
COUNTED = re.compile(r"735\W{0,6}194\W{0,6}268")
WORDS = {
    "person": "name areas",
    "session": "device",
    "push_device": "browser",
    "win": "what impact next_step evidence area approach worked improve",
    "check_in": "note area",
    "field_revision": "value",
    "preset": "what area impact",
    "goal": "statement impact area",
    "criterion": "text unit",
    "goal_change": "statement note",
    "objective": "name why",
    "indicator": "name unit",
    "decision": "question outcome",
    "decision_step": "outcome",
    "deletion": "words",
    "review_line": "what outcome",
    "organisation": "name",
    "team": "name areas",
    "membership": "person_name team_name organisation_name",
    "organisation_role": "person_name organisation_name",
    "invitation": "maker_name",
    "notice": "team_name about",
    "shared_win": "what impact next_step evidence",
    "recognition": "giver_name team_name achieved matters value own_words said",
    "cited_win": "name",
    "team_value": "name",
    "outside_link": "title",
}
NUMBERS = {
    "win": "before after",
    "criterion": "target",
    "tick": "value",
    "indicator": "baseline target",
    "indicator_value": "value exposure",
}
CODES = {
    "mail": "tag kind about language state code",
    "mail_address": "code language",
    "reset_request": "id address language",
    "prompt": "what day state reason",
    "reminder_settings": "way kinds pause_first pause_last planned_day",
    "person": "key email password_hash time_zone deferred_on language theme fixed_zone visibility",
    "session": "token_hash",
    "push_device": "id endpoint p256dh auth language tag",
    "push_key": "name private public",
    "receipt": "id",
    "form_receipt": "id leads_to",
    "deletion": "id kind target rows",
    "win": "id kind day zone moves visibility goal objectives indicator preset folded",
    "win_link": "kind target win",
    "check_in": "id scale_id day zone",
    "field_revision": "target field entry",
    "bucket": "key",
    "link": "token_hash kind",
    "preset": "id kind objective visibility",
    "absence": "first last",
    "routine": "id",
    "goal": "id due cadence state active_from rescoped_from",
    "criterion": "goal",
    "tick": "goal period entry",
    "goal_objective": "goal objective",
    "goal_member": "goal",
    "goal_change": "id goal state due",
    "occurrence": "id goal period",
    "dependency": "subject subject_kind needs needs_kind",
    "lesson_use": "goal win",
    "cadence": "subject every",
    "objective": "id state template",
    "objective_link": "objective serves",
    "indicator": "id better objective",
    "indicator_value": "indicator day",
    "decision": "id importance day zone state",
    "decision_step": "id decision step",
    "adjustment": "rule first rows state until",
    "review": "id since day step",
    "review_goal": "review goal",
    "review_plan": "zone first uid",
    "review_line": "id review step settled_in goal",
    "review_tick": "review step",
    "review_calendar": "token_hash",
    "team": "time_zone visibility",
    "membership": "role visibility objectives thanks",
    "organisation_role": "role",
    "invitation": "token_hash role",
    "notice": "id kind",
    "outside_link": "id token_hash objective",
    "chosen_win": "link win",
    "shared_objective": "objective",
    "shared_win": "win day zone kind moves visibility objective",
    "recognition": "id kind day zone",
    "cited_win": "recognition win",
    "team_value": "id",
    "team_window": "band headcount",
    "progress_marker": "name",
}


def listed(table: dict[str, str]) -> set[tuple[str, str]]:
    """Return (table, field) of all fields that WORDS, NUMBERS or CODES names."""
    return {(name, field) for name, fields in table.items() for field in fields.split()}


def text_fields() -> Iterator[tuple[type[Stored], str, str]]:
    """Return (model, table, field) of every field of text of every model."""
    yield from _fields(CharField, TextField)


def number_fields() -> Iterator[tuple[type[Stored], str, str]]:
    """Return (model, table, field) of every field that holds a number as a person types it."""
    yield from _fields(DoubleField)


def _fields(*kinds: type[Field]) -> Iterator[tuple[type[Stored], str, str]]:
    for model in MODELS:
        for field in model._meta.sorted_fields:  # type: ignore[attr-defined]
            if isinstance(field, kinds):
                yield model, model._meta.table_name, field.name  # type: ignore[attr-defined]


def live(ana: Someone, theirs: dict[str, Any]) -> None:
    """Give Ana more than `theirs`: goals of other states, wins that count, a second indicator."""
    served = {"objectives": [theirs["objective_id"]], "impact": "Faster"}
    again, asked = win("Again", "milestone", **served), question()
    ana.sends(again, win("Again", "milestone"), rating(4), question(), asked)
    Win.update(counted=True).where(Win.person == ana.id).execute()
    ana.sends(edit(again, what="Once more"), decide(asked, outcome="decided"))
    a_draft(ana)
    active_goal(ana, FRIDAYS, criteria=(PlannedCriterion("Pages", 3.0, "pages"),))
    closed = active_goal(ana)
    Goal.update(state="abandoned").where(Goal.id == closed).execute()
    add_indicator(ana.me, Measure("Second"))
    Indicator.update(objective=theirs["objective_id"]).where(Indicator.name == "Second").execute()
    ReviewLine.update(settled=None).where(ReviewLine.id == theirs["line_id"]).execute()
    belong(ana)


def belong(ana: Someone) -> None:
    """Let Ana be in a team, alone, and be told of it."""
    team = Owner.create()
    Team.create(owner=team, name="Ours", created=NOON, time_zone="Europe/Berlin")
    names = {"person_name": "Ana", "team_name": "Ours"}
    Membership.create(person=ana.id, team=team, role="lead", joined=NOON, **names)
    CountsIn.create(person=ana.id, since=10, team=team)
    Notice.create(person=ana.id, id="n", at=NOON, kind="promoted", team=team, team_name="Ours")


def mark(ana: Someone, word: str = MARKER, number: int = NUMBER) -> list[tuple[str, str]]:
    """Put these in all that Ana has; return the fields of which she has no row."""
    whose: dict[type[Stored], Any] = {model: getattr(model, name) for model, name in owned()}
    whose[Person] = Person.id
    empty = []
    for values, fields in ((WORDS, text_fields()), (NUMBERS, number_fields())):
        for model, table, field in fields:
            if (table, field) in listed(values) and model in whose:
                value = number if values is NUMBERS else _words(field, word)
                if not model.update({field: value}).where(whose[model] == ana.id).execute():
                    empty.append((table, field))
    return empty


def _words(field: str, word: str) -> str:
    return f"https://a.example/{word}" if field == "evidence" else word
