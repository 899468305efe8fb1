"""Equal and similar words, in every script."""

from collections import Counter

import pytest

from webapp.rules.insights.similarity import are_similar, normalized, words_of


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
def test_blanks_marks_and_symbols_separate_words(text, words):
    assert words_of(text) == words


def test_the_same_words_differ_in_nothing_but_looks():
    assert normalized("  Sent the  UPDATE. ") == normalized("sent the update") == "sent the update"
    assert normalized("👍") == "👍" != normalized("🎉")


def test_three_quarters_shared_is_nearly_alike():
    one = Counter("abcd")
    assert are_similar(one, Counter("abcx"))
    assert not are_similar(one, Counter("abxy"))
    assert not are_similar(Counter(), Counter())
