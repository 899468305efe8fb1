"""A password that is little more than the app's name or one's own is refused."""

import pytest

from webapp.rules.account.own_words import is_own_words
from webapp.rules.account.people import parse_new_person
from webapp.rules.shared.problems import Invalid

KNOWN = ("Ana Maria Berg", "ana.berg@example.org")


@pytest.mark.parametrize(
    "password",
    [
        "smallwins1",
        "Small-Wins 26",
        "anaberg1999",
        "ana.berg@example.org",
        "BERGexample!1",
        "mariamaria12",
    ],
)
def test_little_besides_known_words_is_refused(password: str) -> None:
    assert is_own_words(password, KNOWN)


@pytest.mark.parametrize(
    "password",
    ["correct horse", "ana likes her bicycle", "smallest fish", "!!!!????", "an winsome x"],
)
def test_other_words_are_taken(password: str) -> None:
    assert not is_own_words(password, KNOWN)


def test_a_name_of_two_letters_and_none_count_for_nothing() -> None:
    assert not is_own_words("boboboxo", ("Bo", ""))


def test_who_signs_up_with_it_is_told_what_it_is() -> None:
    with pytest.raises(Invalid, match="little more than your name"):
        parse_new_person("Ana Berg", "a@example.org", "ana-berg-7", "UTC")
