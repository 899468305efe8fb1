"""The objectives that a form offers."""

import pytest

from tests.support.make import NOON
from webapp.domain.objectives.choices import objective_choices
from webapp.domain.objectives.objectives import add_objective
from webapp.rules.objectives.objectives import ObjectiveFields


@pytest.mark.parametrize(("number", "shown", "more"), [(0, 0, ()), (3, 3, ()), (4, 3, ("…",))])
def test_a_choice_names_three_at_the_most_that_it_serves(ana, number, shown, more):
    served = ["One", "Two", "Three", "Four"][:number]
    above = [add_objective(ana.me, ObjectiveFields(name), NOON) for name in served]
    low = add_objective(ana.me, ObjectiveFields("Low", serves=tuple(above)), NOON)
    [choice] = [one for one in objective_choices(ana.me) if one.id == low]
    assert len({*choice.serves[:shown]} & {*served}) == shown
    assert choice.serves[shown:] == more
