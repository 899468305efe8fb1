"""Choosing a new password, and confirming the present one."""

import pytest

from tests.support.make import DAY, KEYS, NOON, visit
from webapp.domain.account.authentication import person_with_password
from webapp.domain.account.one_time_links import create_reset_link, create_sign_up_link
from webapp.domain.account.passwords import change_password, is_reset_valid, reset_password
from webapp.domain.account.people import change_email, create_person
from webapp.domain.account.sessions import find_person, start_session
from webapp.rules.account.people import NewPerson
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.shared.rate_limits import TooMany

OLD, NEW = "correct horse", "battery staple"
NAME, EMAIL = "Gwendolyn", "emma@example.org"


@pytest.fixture
def token(db):
    """Return the token of Emma's phone."""
    emma = create_person(NewPerson(NAME, EMAIL, OLD, "Asia/Tokyo"))
    return start_session(emma, KEYS, NOON)


@pytest.fixture
def emma(token):
    """Return Emma as she is signed in on her phone."""
    return find_person(token, KEYS, NOON)


def fields(refused):
    """Return the fields with problems."""
    return [problem.field for problem in refused.value.problems]


def test_the_new_password_is_good_and_the_old_one_is_not(emma):
    change_password(emma, OLD, NEW, visit())
    assert person_with_password(EMAIL, NEW) == emma.id
    with pytest.raises(Invalid):
        person_with_password(EMAIL, OLD)


def test_with_a_new_password_every_device_is_signed_out(emma, token, ana):
    other = start_session(emma.id, KEYS, NOON)
    change_password(emma, OLD, NEW, visit())
    assert [find_person(one, KEYS, NOON) for one in (token, other)] == [None, None]
    assert ana.me


def test_a_new_password_invalidates_reset_links(emma):
    reset = create_reset_link(EMAIL, KEYS, NOON)
    change_password(emma, OLD, NEW, visit())
    assert not is_reset_valid(reset, visit())


@pytest.mark.parametrize("old", ["wrong horse", "", None])
def test_without_the_old_password_nothing_changes(emma, token, old):
    with pytest.raises(Invalid) as refused:
        change_password(emma, old, NEW, visit())
    assert fields(refused) == ["old_password"]
    assert person_with_password(EMAIL, OLD) == emma.id
    assert find_person(token, KEYS, NOON)


def test_all_problems_are_reported_at_once(emma):
    with pytest.raises(Invalid) as refused:
        change_password(emma, "wrong horse", "short", visit())
    assert fields(refused) == ["old_password", "new_password"]


@pytest.fixture
def guessed(emma):
    """Return Emma after a stranger tried ten passwords on her unlocked phone."""
    for _ in range(10):
        with pytest.raises(Invalid):
            change_password(emma, "wrong horse", NEW, visit(token="found"))
    return emma


def test_guesses_on_an_open_phone_do_not_continue_elsewhere(guessed):
    with pytest.raises(TooMany):
        change_password(guessed, OLD, NEW, visit(token="found"))
    with pytest.raises(TooMany):
        change_email(guessed, "other@example.org", OLD, visit("198.51.100.9", token="found"))


def test_the_owner_can_change_the_password_meanwhile_on_another_device(guessed):
    change_password(guessed, OLD, NEW, visit(token="another"))
    assert person_with_password(EMAIL, NEW) == guessed.id


def test_with_a_link_a_password_is_chosen_once_and_all_devices_are_out(emma, token):
    reset = create_reset_link(EMAIL, KEYS, NOON)
    assert reset_password(reset, NEW, visit()).person == person_with_password(EMAIL, NEW) == emma.id
    assert find_person(token, KEYS, NOON) is None
    with pytest.raises(NotFound):
        reset_password(reset, "another one", visit())


def test_what_is_no_password_leaves_the_link_good(emma):
    reset = create_reset_link(EMAIL, KEYS, NOON)
    with pytest.raises(Invalid):
        reset_password(reset, "short", visit())
    assert reset_password(reset, NEW, visit()).person == emma.id


def test_a_sign_up_link_cannot_change_a_password(emma):
    with pytest.raises(NotFound):
        reset_password(create_sign_up_link(KEYS, NOON), NEW, visit())


@pytest.mark.parametrize("own", [EMAIL, f"{NAME} {NAME}"], ids=["address", "name"])
def test_ones_own_words_are_no_password_however_it_is_chosen(emma, own):
    reset = create_reset_link(EMAIL, KEYS, NOON)
    with pytest.raises(Invalid, match="little more than your name"):
        reset_password(reset, own, visit())
    with pytest.raises(Invalid, match="little more than your name"):
        change_password(emma, OLD, own, visit())
    assert is_reset_valid(reset, visit())


def test_a_link_sent_to_the_address_before_is_void(emma):
    reset = create_reset_link(EMAIL, KEYS, NOON)
    change_email(emma, "new@example.org", OLD, visit())
    assert not is_reset_valid(reset, visit())


def test_no_password_is_worked_on_for_a_link_that_is_none(db):
    with pytest.raises(NotFound):
        reset_password("no-such-link", "short", visit())


def test_nor_for_one_that_has_expired_or_is_of_another_kind(emma):
    late = visit(now=NOON + DAY)
    for link, asked in (
        (create_reset_link(EMAIL, KEYS, NOON), late),
        (create_sign_up_link(KEYS, NOON), visit()),
    ):
        with pytest.raises(NotFound):
            reset_password(link, "short", asked)
