"""Same words and nearly the same words, in every script."""

from collections import Counter

import pytest

from webapp.rules.insights.likeness import nearly_alike, same_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sent the weekly update!", ["sent", "the", "weekly", "update"]),
        ("don't, don’t", ["dont", "dont"]),
        ("Straße\u2014ÉTÉ", ["strasse", "été"]),
        ("أرسلتُ التقرير، اليوم", ["أرسلتُ", "التقرير", "اليوم"]),
        ("👍", []),
        ("", []),
    ],
)
def test_words_are_told_apart_by_blanks_marks_and_symbols(text, words):
    assert words_of(text) == words


def test_the_same_words_differ_in_nothing_but_looks():
    assert same_words("  Sent the  UPDATE. ") == same_words("sent the update") == "sent the update"
    assert same_words("👍") == "👍" != same_words("🎉")


def test_three_quarters_shared_is_nearly_alike():
    one = Counter("abcd")
    assert nearly_alike(one, Counter("abcx"))
    assert not nearly_alike(one, Counter("abxy"))
    assert not nearly_alike(Counter(), Counter())
