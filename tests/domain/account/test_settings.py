"""Changing settings."""

import pytest

from tests.support.make import Someone
from webapp.domain.account.settings import change_setting
from webapp.rules.shared.problems import Invalid, NotFound


def test_a_change_is_stored_and_raises_the_rev(ana: Someone) -> None:
    before = ana.me.rev
    change_setting(ana.me, "areas", ["Customers\nLearning"])
    assert (ana.me.areas, ana.me.rev) == ("Customers\nLearning", before + 1)


def test_what_is_so_already_changes_nothing(ana: Someone) -> None:
    before = ana.me.rev
    change_setting(ana.me, "goal_limit", ["3"])
    assert ana.me.rev == before


@pytest.mark.parametrize("name", ["email", "id", "rev", "owner", "password_hash", ""])
def test_only_settings_can_be_set(ana: Someone, name: str) -> None:
    with pytest.raises(NotFound):
        change_setting(ana.me, name, ["1"])


def test_what_is_refused_changes_nothing(ana: Someone) -> None:
    before = ana.me
    with pytest.raises(Invalid):
        change_setting(ana.me, "theme", ["pink"])
    assert ana.me == before


def test_it_is_one_persons_setting(ana: Someone, cleo: Someone) -> None:
    change_setting(ana.me, "theme", ["dark"])
    assert cleo.me.theme == ""
