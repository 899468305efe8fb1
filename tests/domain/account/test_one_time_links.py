"""Links that the operator hands out: each for one use, for a limited time."""

from base64 import urlsafe_b64decode

import pytest

from tests.support.make import DAY, KEYS, NOON, visit
from webapp.domain.account.one_time_links import (
    LinkKind,
    create_reset_link,
    create_sign_up_link,
    is_valid,
    redeem,
)
from webapp.domain.account.people import sign_up
from webapp.domain.account.sessions import find_person, start_session
from webapp.rules.account.people import NewPerson, SignUpMode
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.one_time_links import OneTimeLink
from webapp.storage.account.people import Person

EMMA = NewPerson("Emma", "emma@example.org", "correct horse", "Asia/Tokyo")
FINN = NewPerson("Finn", "finn@example.org", "correct horse", "UTC")


@pytest.fixture
def link(db):
    """Return the token of a sign-up link that was created at noon, for a week."""
    return create_sign_up_link(KEYS, NOON)


def test_a_link_is_used_once(link):
    assert redeem(LinkKind.SIGN_UP, link, KEYS, NOON) is None
    with pytest.raises(NotFound):
        redeem(LinkKind.SIGN_UP, link, KEYS, NOON)


def test_no_two_links_are_the_same_and_nobody_guesses_one(db):
    links = [create_sign_up_link(KEYS, NOON) for _ in range(2)]
    assert links[0] != links[1]
    assert [len(urlsafe_b64decode(link + "=")) for link in links] == [32, 32]


def test_asking_whether_it_is_valid_does_not_use_it_up(link):
    assert [is_valid(LinkKind.SIGN_UP, link, KEYS, NOON) for _ in range(3)] == [True] * 3


def test_an_expired_link_is_invalid(link):
    late = NOON + 7 * DAY
    assert is_valid(LinkKind.SIGN_UP, link, KEYS, late - 1)
    assert not is_valid(LinkKind.SIGN_UP, link, KEYS, late)
    with pytest.raises(NotFound):
        redeem(LinkKind.SIGN_UP, link, KEYS, late)


def test_a_link_is_good_for_its_own_kind_only(link):
    assert not is_valid(LinkKind.RESET, link, KEYS, NOON)
    with pytest.raises(NotFound):
        redeem(LinkKind.RESET, link, KEYS, NOON)


def test_what_is_stored_cannot_be_used_as_a_link(link):
    stored = OneTimeLink.get()
    assert link not in str(stored.__data__)
    assert not is_valid(LinkKind.SIGN_UP, stored.token_hash, KEYS, NOON)


@pytest.mark.parametrize("wrong", ["", "x", "\ud800", "\0", "x" * 10_000])
def test_a_made_up_link_is_invalid(link, wrong):
    assert not is_valid(LinkKind.SIGN_UP, wrong, KEYS, NOON)


def test_a_reset_link_says_whose_it_is_and_replaces_the_one_before(ana, ben):
    first = create_reset_link("ana@example.org", KEYS, NOON)
    bens = create_reset_link("ben@example.org", KEYS, NOON)
    second = create_reset_link(" Ana@example.org", KEYS, NOON)
    assert not is_valid(LinkKind.RESET, first, KEYS, NOON)
    assert redeem(LinkKind.RESET, second, KEYS, NOON) == ana.id
    assert redeem(LinkKind.RESET, bens, KEYS, NOON) == ben.id


def test_a_reset_link_lives_for_a_day(ana):
    reset = create_reset_link("ana@example.org", KEYS, NOON)
    assert is_valid(LinkKind.RESET, reset, KEYS, NOON + DAY - 1)
    assert not is_valid(LinkKind.RESET, reset, KEYS, NOON + DAY)


def test_a_reset_link_for_an_unknown_address_says_so(db):
    with pytest.raises(NotFound, match=r"Nobody has the address emma@example\.org"):
        create_reset_link("emma@example.org", KEYS, NOON)


def test_links_that_expired_leave_no_row(link):
    create_sign_up_link(KEYS, NOON + 8 * DAY)
    assert OneTimeLink.select().count() == 1


def test_a_deleted_persons_links_go_with_them(ana):
    create_reset_link("ana@example.org", KEYS, NOON)
    Person.delete().where(Person.id == ana.id).execute()
    assert OneTimeLink.select().count() == 0


def test_with_a_sign_up_link_one_person_can_sign_up(link):
    emma = sign_up(EMMA, SignUpMode.LINK, link, visit())
    assert find_person(start_session(emma, KEYS, NOON), KEYS, NOON).name == "Emma"
    with pytest.raises(Invalid, match="This sign-up link was used"):
        sign_up(FINN, SignUpMode.LINK, link, visit())


def test_a_sign_up_that_fails_leaves_the_link_valid(link, ana):
    with pytest.raises(Invalid, match="There is an account"):
        sign_up(
            NewPerson("Ana", "ana@example.org", "correct horse", "UTC"),
            SignUpMode.LINK,
            link,
            visit(),
        )
    assert is_valid(LinkKind.SIGN_UP, link, KEYS, NOON)


REFUSED = [
    (SignUpMode.LINK, "", "you need a sign-up link"),
    (SignUpMode.LINK, "made up", "This sign-up link was used"),
    (SignUpMode.CLOSED, "", "Nobody can sign up here"),
]


@pytest.mark.parametrize(("mode", "token", "says"), REFUSED)
def test_where_sign_up_is_not_open_it_says_what_to_do(db, mode, token, says):
    with pytest.raises(Invalid, match=says):
        sign_up(EMMA, mode, token, visit())
    assert Person.select().count() == 0


def test_where_sign_up_is_closed_an_older_link_is_refused_too(link):
    with pytest.raises(Invalid, match="Nobody can sign up here"):
        sign_up(EMMA, SignUpMode.CLOSED, link, visit())


def test_where_sign_up_is_open_no_link_is_needed(db):
    assert sign_up(EMMA, SignUpMode.OPEN, "", visit())
