"""The current key makes hashes; an earlier one is recognised until its end."""

from webapp.rules.account.keys import EarlierKey, Keys

NEW, OLD, END = b"the key of today", b"the key of yesterday", 1_000
KEYS = Keys(NEW, (EarlierKey(OLD, END),))


def test_what_is_stored_is_by_the_current_key() -> None:
    assert KEYS.hash("a token") == Keys(NEW).hash("a token") != Keys(OLD).hash("a token")


def test_an_earlier_key_is_recognised_until_its_end() -> None:
    by_both = [Keys(NEW).hash("a token"), Keys(OLD).hash("a token")]
    assert KEYS.hashes("a token", END - 1) == by_both
    assert KEYS.hashes("a token", END) == by_both[:1]


def test_a_key_is_never_printed() -> None:
    assert "yesterday" not in repr(KEYS)
    assert "today" not in repr(KEYS)
