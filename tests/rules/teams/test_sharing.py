"""Who may see a win, as it is said and as it is judged (R31)."""

import pytest

from webapp.rules.capture.audiences import PRIVATE, Audience, audience_of, said_of, shown_of
from webapp.rules.capture.wins import FIELDS
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.sharing import Belonging, audiences_offered, permitted

MEMBER = Belonging(left=None, archived=None, organisation="")
TEAM = Audience("team", 17)
WHOLE = Audience("organisation", 17)


@pytest.mark.parametrize("said", ["private", "team:17", "organisation:17"])
def test_what_is_said_is_read_back(said: str) -> None:
    assert said_of(audience_of(said)) == said
    assert FIELDS["visibility"].check("visibility", said) == said


@pytest.mark.parametrize("said", ["team", "organisation", ""])
def test_what_names_no_team_is_private(said: str) -> None:
    assert not audience_of(said).is_shared
    assert shown_of(audience_of(said)) == "private"


@pytest.mark.parametrize(
    "said",
    [
        *("team:", "team:0", "team:-1", "team:1e3", "team:17 ", "private:17", "team:１７", "me"),
        *("team:9999999999", "TEAM:17", "team:17:18"),
    ],
)
def test_what_is_no_audience_is_refused(said: str) -> None:
    with pytest.raises(Invalid):
        FIELDS["visibility"].check("visibility", said)


@pytest.mark.parametrize(
    ("asked", "belonging", "gets"),
    [
        (PRIVATE, None, PRIVATE),
        (TEAM, MEMBER, TEAM),
        (TEAM, None, PRIVATE),
        (TEAM, MEMBER._replace(left=1), PRIVATE),
        (TEAM, MEMBER._replace(archived=1), PRIVATE),
        (WHOLE, MEMBER, TEAM),
        (WHOLE, MEMBER._replace(organisation="Acme"), WHOLE),
        (WHOLE, MEMBER._replace(organisation="Acme", left=1), PRIVATE),
        (WHOLE, MEMBER._replace(organisation="Acme", since=5), WHOLE),
        (WHOLE, MEMBER._replace(organisation="Acme", since=6), TEAM),  # meant another one
        (TEAM, MEMBER._replace(organisation="Acme", since=6), TEAM),
    ],
)
def test_a_win_is_shown_to_those_its_owner_belongs_to(
    asked: Audience, belonging: Belonging | None, gets: Audience
) -> None:
    assert permitted(asked, belonging, at=5) == gets


def test_the_organisation_is_offered_only_for_a_team_in_one() -> None:
    offered = dict(audiences_offered([("Platform", 17, ""), ("Sales", 18, "Acme")]))
    assert [*offered] == ["team:17", "team:18", "organisation:18"]


def test_two_teams_of_one_name_can_be_told_apart() -> None:
    labels = [label for _, label in audiences_offered([("Ops", 17, ""), ("Ops", 18, "")])]
    assert len(set(labels)) == 2


def test_a_name_of_a_hundred_letters_that_run_the_other_way_ends_where_it_ends() -> None:
    [(_, team), (_, whole)] = audiences_offered([("ש" * 100, 17, "ع" * 100)])
    assert (team.count("\u2068"), team.count("\u2069")) == (1, 1)
    assert (whole.count("\u2068"), whole.count("\u2069")) == (2, 2)
    assert len(whole) <= 80
