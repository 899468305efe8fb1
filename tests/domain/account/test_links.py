"""Links that the operator hands out: each for one use, for a while."""

import pytest

from tests.support.make import DAY, NOON, SECRET, visit
from webapp.domain.account.links import Kind, make_invitation, make_reset_link, spend, stands
from webapp.domain.account.people import join
from webapp.domain.account.sessions import holder_of, start_session
from webapp.rules.account.people import NewPerson, SignUp
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.links import Link
from webapp.storage.account.people import Person

EMMA = NewPerson("Emma", "emma@example.org", "correct horse", "Asia/Tokyo")
FINN = NewPerson("Finn", "finn@example.org", "correct horse", "UTC")


@pytest.fixture
def invitation(db):
    """The token of an invitation that was made at noon, for a week."""
    return make_invitation(SECRET, NOON)


def test_a_link_is_used_once(invitation):
    assert spend(Kind.INVITATION, invitation, SECRET, NOON) is None
    with pytest.raises(NotFound):
        spend(Kind.INVITATION, invitation, SECRET, NOON)


def test_looking_whether_it_stands_does_not_use_it_up(invitation):
    assert [stands(Kind.INVITATION, invitation, SECRET, NOON) for _ in range(3)] == [True] * 3


def test_after_its_time_it_is_worth_nothing(invitation):
    late = NOON + 7 * DAY
    assert stands(Kind.INVITATION, invitation, SECRET, late - 1)
    assert not stands(Kind.INVITATION, invitation, SECRET, late)
    with pytest.raises(NotFound):
        spend(Kind.INVITATION, invitation, SECRET, late)


def test_a_link_is_good_for_its_own_kind_only(invitation):
    assert not stands(Kind.RESET, invitation, SECRET, NOON)
    with pytest.raises(NotFound):
        spend(Kind.RESET, invitation, SECRET, NOON)


def test_what_is_stored_cannot_be_used_as_a_link(invitation):
    stored = Link.get()
    assert invitation not in str(stored.__data__)
    assert not stands(Kind.INVITATION, stored.token_hash, SECRET, NOON)


@pytest.mark.parametrize("wrong", ["", "x", "\ud800", "\0", "x" * 10_000])
def test_a_link_that_nobody_made_is_none(invitation, wrong):
    assert not stands(Kind.INVITATION, wrong, SECRET, NOON)


def test_a_reset_link_says_whose_it_is_and_replaces_the_one_before(ana, ben):
    first = make_reset_link("ana@example.org", SECRET, NOON)
    bens = make_reset_link("ben@example.org", SECRET, NOON)
    second = make_reset_link(" Ana@example.org", SECRET, NOON)
    assert not stands(Kind.RESET, first, SECRET, NOON)
    assert spend(Kind.RESET, second, SECRET, NOON) == ana.id
    assert spend(Kind.RESET, bens, SECRET, NOON) == ben.id


def test_a_reset_link_lives_for_a_day(ana):
    reset = make_reset_link("ana@example.org", SECRET, NOON)
    assert stands(Kind.RESET, reset, SECRET, NOON + DAY - 1)
    assert not stands(Kind.RESET, reset, SECRET, NOON + DAY)


def test_for_an_address_that_nobody_has_the_operator_is_told(db):
    with pytest.raises(NotFound, match=r"Nobody has the address emma@example\.org"):
        make_reset_link("emma@example.org", SECRET, NOON)


def test_links_that_expired_leave_no_row(invitation):
    make_invitation(SECRET, NOON + 8 * DAY)
    assert Link.select().count() == 1


def test_a_deleted_persons_links_go_with_them(ana):
    make_reset_link("ana@example.org", SECRET, NOON)
    Person.delete().where(Person.id == ana.id).execute()
    assert Link.select().count() == 0


def test_with_an_invitation_one_person_can_sign_up(invitation):
    emma = join(EMMA, SignUp.INVITATION, invitation, visit())
    assert holder_of(start_session(emma, SECRET, NOON), SECRET, NOON).name == "Emma"
    with pytest.raises(Invalid, match="This invitation was used"):
        join(FINN, SignUp.INVITATION, invitation, visit())


def test_a_sign_up_that_fails_leaves_the_invitation_good(invitation, ana):
    with pytest.raises(Invalid, match="There is an account"):
        join(
            NewPerson("Ana", "ana@example.org", "correct horse", "UTC"),
            SignUp.INVITATION,
            invitation,
            visit(),
        )
    assert stands(Kind.INVITATION, invitation, SECRET, NOON)


REFUSED = [
    (SignUp.INVITATION, "", "you need an invitation"),
    (SignUp.INVITATION, "made up", "This invitation was used"),
    (SignUp.CLOSED, "", "Nobody can sign up here"),
]


@pytest.mark.parametrize(("door", "token", "says"), REFUSED)
def test_a_door_that_is_not_open_says_what_to_do(db, door, token, says):
    with pytest.raises(Invalid, match=says):
        join(EMMA, door, token, visit())
    assert Person.select().count() == 0


def test_a_closed_door_lets_nobody_in_with_an_older_invitation_either(invitation):
    with pytest.raises(Invalid, match="Nobody can sign up here"):
        join(EMMA, SignUp.CLOSED, invitation, visit())


def test_an_open_door_needs_no_invitation(db):
    assert join(EMMA, SignUp.OPEN, "", visit())
