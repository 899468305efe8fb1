"""The text that holds what a team's objectives are called, as forms offer them."""

from webapp.rules.teams.offering import OfferedObjective, objectives_offered, offered_in, written

OWN = OfferedObjective("o1", "Faster builds", "")
OTHERS = OfferedObjective("o2", "أسرع", "Sales")


def test_what_is_written_is_read_again() -> None:
    assert list(offered_in(written([OWN, OTHERS]))) == [OWN, OTHERS]
    assert list(offered_in("")) == []


def test_no_name_breaks_the_text() -> None:
    odd = OfferedObjective("o3", "a\tb\nc\u2028d", "")
    assert list(offered_in(written([odd, OWN]))) == [odd._replace(name="a b c d"), OWN]


def test_a_label_names_the_team_that_has_it_and_is_there_once() -> None:
    text = written([OWN, OTHERS])
    assert list(objectives_offered([("Platform", text), ("Sales", written([OTHERS]))])) == [
        ("o1", "\u2068Faster builds\u2069 · \u2068Platform\u2069"),
        ("o2", "\u2068أسرع\u2069 · \u2068Sales\u2069"),
    ]
