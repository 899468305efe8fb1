"""The values of a team: twelve at most, renamed and removed without changing thanks (R34)."""

import pytest

from tests.support.make import NOON, Someone
from tests.support.owners.thanks import shared_win, thanks
from webapp.domain.recognition.values import add_value, drop_value, rename_value, values_of
from webapp.domain.teams.teams import archive_team
from webapp.rules.recognition.values import MOST_REMOVED, MOST_VALUES
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.recognition.values import TeamValue


def names(team: TeamId) -> list[str]:
    return [value.name for value in values_of(team)]


def test_values_are_kept_in_the_order_in_which_they_came(platform: TeamId) -> None:
    for name in ("Say it early", "Make it easy", "Finish"):
        add_value(platform, name)
    early, easy, _ = values_of(platform)
    rename_value(platform, easy.id, "Make it simple", NOON)
    drop_value(platform, early.id, NOON)
    assert names(platform) == ["Make it simple", "Finish"]


def test_renaming_and_removing_changes_no_thanks(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    add_value(platform, "Make it easy")
    [value] = values_of(platform)
    ana.sends(thanks(platform, shared_win(ben, platform), value=value.id))
    rename_value(platform, value.id, "Simple", NOON)
    drop_value(platform, values_of(platform)[0].id, NOON)
    assert {row.value for row in Recognition.select()} == {"Make it easy"}


def test_a_list_has_an_end_and_no_value_twice(platform: TeamId) -> None:
    for at in range(MOST_VALUES):
        add_value(platform, f"Value {at}")
    with pytest.raises(Invalid):
        add_value(platform, "One more")
    first, second, *_ = values_of(platform)
    with pytest.raises(Invalid):
        rename_value(platform, first.id, second.name.upper(), NOON)
    rename_value(platform, first.id, "VALUE 0", NOON)
    drop_value(platform, second.id, NOON)
    for name in ("value 2", "", "x" * 61):
        with pytest.raises(Invalid):
            add_value(platform, name)


def test_what_is_not_in_the_list_is_not_found(platform: TeamId) -> None:
    for change in (drop_value, lambda *them: rename_value(*them[:2], "Name", NOON)):
        with pytest.raises(NotFound):
            change(platform, "3b0c0d0e-0000-4000-8000-000000000001", NOON)


def test_an_archived_team_changes_none(ana: Someone, platform: TeamId) -> None:
    archive_team(ana.me, platform, NOON)
    with pytest.raises(Invalid):
        add_value(platform, "Too late")


def test_names_of_removed_values_are_kept_for_a_while(platform: TeamId) -> None:
    for at in range(MOST_REMOVED + 2):
        add_value(platform, f"Value {at}")
        drop_value(platform, values_of(platform)[0].id, NOON + at)
    kept = {row.name for row in TeamValue.select()}
    assert kept == {f"Value {at}" for at in range(2, MOST_REMOVED + 2)}
