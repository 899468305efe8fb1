"""What phones draw forms from, with a person's own names in it; nothing of them stays in memory."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from functools import _lru_cache_wrapper
from typing import Any

import pytest
from flask import Flask, render_template
from markupsafe import Markup

from tests.support.make import NOON, Someone
from tests.web.conftest import Browser
from webapp.domain.capture.options import Options
from webapp.domain.goals.goals import draft_goal
from webapp.rules.goals.goals import Plan
from webapp.storage.account.people import Person
from webapp.web.capture.form_templates import checkin_templates, form_template

ODD = 'R&D <b>"{what}"'
KEPT = 'R&D <b>"{brace}what}"'
SOME = Options(
    areas=((ODD, ODD), ("Support", "Support")),
    objectives=(("o1", ODD), ("o2", "Quality")),
    goals=(("g1", "Send the update"),),
    indicators=(("i1", "Defects"), ("i2", "Hours"), ("i3", "Share")),
    signs={"i2": "", "i3": "%"},
)


def drawn_at_once(options: Options) -> str:
    """Return the template as Jinja draws it with all options in it, without a cache."""
    return render_template("wins/_form_template.html", options=options, in_place=True)


def literal(of: Options) -> Options:
    """Return the options as the template has them."""
    areas = tuple((value.replace(ODD, KEPT), says.replace(ODD, KEPT)) for value, says in of.areas)
    objectives = tuple((value, says.replace(ODD, KEPT)) for value, says in of.objectives)
    return replace(of, areas=areas, objectives=objectives)


@pytest.mark.parametrize("options", [Options(), SOME, Options(goals=SOME.goals)])
def test_it_is_the_form_that_the_server_draws(app: Flask, options: Options) -> None:
    with app.test_request_context("/"):
        assert form_template(options) == drawn_at_once(literal(options))


def test_the_answer_to_a_check_in_offers_the_areas(app: Flask) -> None:
    with app.test_request_context("/"):
        drawn = render_template("checkins/_templates.html", areas=f"{KEPT}\nSupport")
        assert checkin_templates(f"{ODD}\nSupport") == Markup(drawn)
        assert "answer__areas" not in checkin_templates("")


def test_a_long_statement_is_offered_in_80_characters(as_ana: Browser, ana: Someone) -> None:
    draft_goal(ana.me, Plan("Send " + "x" * 1900), NOON)
    page = as_ana.get("/").text
    assert "Send " + "x" * 74 + "…</option>" in page
    assert "x" * 80 not in page


def test_no_cache_keeps_words_of_anybody(as_ana: Browser, ana: Someone) -> None:
    draft_goal(ana.me, Plan("Marmalade for breakfast"), NOON)
    Person.update(areas="Marmalade").where(Person.id == ana.id).execute()
    for path in ("/", "/wins/", "/checkins/new", "/goals/"):
        assert "Marmalade" in as_ana.get(path).text
    caches = our_caches()
    assert len(caches) > 10
    assert list(kept("Marmalade", caches)) == []


def our_caches() -> list[Any]:
    gc.unfreeze()  # tests/conftest.py set aside what was there when tests were collected
    caches = [one for one in gc.get_objects() if isinstance(one, _lru_cache_wrapper)]
    return [cache for cache in caches if cache.__module__.startswith("webapp")]


def kept(word: str, caches: list[Any]) -> Iterator[str]:
    """Return the names of the caches that hold this word in a key or a value."""
    for cache in caches:
        reachable = gc.get_referents(cache)
        while reachable:
            held = reachable.pop()
            if isinstance(held, str) and word in held:
                yield cache.__qualname__
            elif isinstance(held, dict | tuple | list):
                reachable.extend(gc.get_referents(held))
