"""What a form says of a read-only link (R32)."""

import pytest

from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.links import LONGEST_TITLE, MOST_CHOSEN, LinkFields, parse_link

IDS = [f"3b0c0d0e-0000-4000-8000-{number:012}" for number in range(MOST_CHOSEN + 1)]


def test_with_an_objective_the_title_is_left_out_and_each_win_is_named_once() -> None:
    said = parse_link({"objective": IDS[0], "title": "Mine"}, [IDS[1], "", IDS[1]])
    assert said == LinkFields(IDS[0], "", (IDS[1],))


def test_a_link_for_wins_has_as_long_a_title_and_as_many_as_there_is_room_for() -> None:
    title, most = "x" * LONGEST_TITLE, IDS[:MOST_CHOSEN]
    assert parse_link({"title": title}, most) == LinkFields("", title, tuple(most))


@pytest.mark.parametrize(
    ("title", "wins"),
    [
        ("", IDS[:1]),
        ("Mine", []),
        ("Mine", IDS),
        ("Mine", ["x"]),
        ("x" * (LONGEST_TITLE + 1), IDS[:1]),
    ],
)
def test_anything_else_is_refused(title: str, wins: list[str]) -> None:
    with pytest.raises(Invalid):
        parse_link({"title": title}, wins)
