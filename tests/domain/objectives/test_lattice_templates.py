"""A lattice that starts from a template (R24)."""

from tests.support.make import NOON
from webapp.domain.objectives.lattice import lattice_of
from webapp.domain.objectives.lattice_templates import start_lattice
from webapp.domain.objectives.objectives import objective_of
from webapp.rules.objectives.indicators import Measure
from webapp.rules.objectives.lattice_templates import BY_KEY, TEMPLATES
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.storage.objectives.indicators import Indicator


def test_there_are_templates_for_customers_cycle_time_and_quality():  # R24
    assert list(BY_KEY) == ["customer-satisfaction", "cycle-time", "quality"]
    assert all(one.parts and one.indicator for one in TEMPLATES)


def test_a_template_brings_an_objective_its_parts_and_an_indicator(ana):  # R24
    parts = [ObjectiveFields("Less waiting"), ObjectiveFields("Smaller pieces")]
    measure = Measure("Days", "days", "down")
    top = start_lattice(ana.me, "cycle-time", ObjectiveFields("Cycle time"), parts, measure, NOON)
    lattice = lattice_of(ana.me)
    assert [node.name for node in lattice.nodes[top].below] == ["Less waiting", "Smaller pieces"]
    assert Indicator.get().objective == top
    assert objective_of(ana.me, top).template == "cycle-time"
