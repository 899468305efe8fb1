"""What receivers do with thanks: whether the team may read them, keeping and deleting them."""

from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.rules.recognition.recognitions import Copy, Wish
from webapp.rules.shared.ids import PersonId, TeamId, id_of_person, id_of_team
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.rules.teams.notices import NoticeKind
from webapp.storage.account.owners import raise_rev, raise_rev_of_team
from webapp.storage.engine.database import transaction
from webapp.storage.recognition.copies import (
    add_cited,
    add_copy,
    change_copy,
    copies_of,
    copy_of,
    delete_copy,
    given_among,
    take_person_out,
    wins_cited,
)
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.teams.memberships import (
    change_membership,
    current_membership,
    store_counts,
)
from webapp.storage.teams.notices import Notice, delete_notices

SAID = (
    *("id", "at", "day", "offset", "zone", "giver", "giver_name", "for_team", "team_name"),
    *("achieved", "matters", "value", "own_words", "said"),
)
CHOOSE_WISH = Problem("thanks", N_("Choose one of the two."))
MOST_WAITING = 200  # thanks that wait for the first answer


def set_wish(person: SignedIn, team: TeamId, given: object) -> None:
    """Store whether the team may read what is meant for it of the thanks that a member receives.

    The first answer, a yes, also shows those that waited for it. Invalid; NotFound: they are not in
    the team.
    """
    if given not in (Wish.PRIVATE, Wish.TEAM):
        raise Invalid(CHOOSE_WISH)
    with changing(person):
        member = current_membership(person.id, team)
        if member is None:
            raise NotFound
        change_membership(person.id, team, thanks=given)
        if given == Wish.TEAM and member.thanks == Wish.UNASKED and member.archived is None:
            for row in _waiting(person.id, team):
                _show(person.id, row)


def show_recognition(person: SignedIn, recognition: str, *, shown: bool) -> None:
    """Let the team read received thanks that are meant for it, or no longer; NotFound.

    The giver is not told either way. Invalid: the person is not in the team any more, or it is
    archived; to take them back is possible at any time.
    """
    with changing(person):
        row = _received(person, recognition)
        if not shown:
            _hide(person.id, row)
        elif _may_show(person.id, row):
            _show(person.id, row)
        else:
            raise Invalid(Problem("shown", N_("These thanks cannot be shown to the team.")))


def keep_in_evidence(person: SignedIn, recognition: str, *, kept: bool) -> None:
    """Let the person's evidence page have received thanks, or leave them out; NotFound."""
    with changing(person):
        _received(person, recognition)
        change_copy(person.owner, recognition, in_evidence=kept)


def delete_received(person: SignedIn, recognition: str) -> None:
    """Delete received thanks, also from what the team may read; NotFound."""
    with changing(person):
        row = _received(person, recognition)
        _hide(person.id, row)
        delete_copy(person.owner, recognition)


def note_read(person: SignedIn) -> None:
    """Tell a person no more that there are thanks which they have not read: they see them now."""
    if person.told:
        with transaction():
            if delete_notices(person.id, Notice.kind == NoticeKind.THANKED):
                store_counts(person.id)


def take_back(person: SignedIn, recognition: str) -> None:
    """Delete thanks that a person gave, wherever they are kept; NotFound."""
    with transaction():
        receivers = receivers_of_given(person.id, [recognition])
        raised = [raise_rev(one) for one in sorted({person.id, *receivers})]
        if not all(raised) or not delete_given(person.id, recognition):
            raise NotFound


def receivers_of_given(giver: PersonId, recognitions: list[str]) -> set[PersonId]:
    """Return who received these of the recognitions that a person gave."""
    cited = wins_cited(giver, given_among(giver, recognitions))
    return {id_of_person(one.person_id) for wins in cited.values() for one in wins}


def delete_given(giver: PersonId, recognition: str) -> bool:
    """Delete thanks that a person gave; False if they gave none with this id.

    Inside a transaction in which giver and receivers are locked in the order of their numbers.
    """
    row = copy_of(giver, recognition, Copy.GIVEN)
    if row is None:
        return False
    for person in receivers_of_given(giver, [recognition]):
        delete_copy(person, recognition)
    team = id_of_team(row.for_team)
    if copy_of(team, recognition, Copy.TEAM):
        delete_copy(team, recognition)
        raise_rev_of_team(team)
    delete_copy(giver, recognition)
    return True


def _received(person: SignedIn, recognition: str) -> Recognition:
    row = copy_of(person.owner, recognition, Copy.RECEIVED)
    if row is None:
        raise NotFound
    return row


def _waiting(person: PersonId, team: TeamId) -> list[Recognition]:
    waits = (Recognition.to_team == True, Recognition.shown == False)  # noqa: E712
    own = copies_of(person, Copy.RECEIVED).where(Recognition.for_team == team, *waits)
    return list(own.limit(MOST_WAITING))


def _may_show(person: PersonId, row: Recognition) -> bool:
    member = current_membership(person, id_of_team(row.for_team))
    return bool(row.to_team and member and member.archived is None)


def _show(person: PersonId, row: Recognition) -> None:
    team = id_of_team(row.for_team)
    cited = [one for one in wins_cited(person, [row.id])[row.id] if one.counted]
    columns: dict[str, Any] = {name: row.__data__[name] for name in SAID}
    kinds = {"outcome": row.outcome, "light": row.light}
    add_copy({**columns, **kinds, "owner": team, "kind": Copy.TEAM})
    rows = [{**one.__data__, "owner": team} for one in cited]
    add_cited(rows)
    change_copy(person, row.id, shown=True)
    raise_rev_of_team(team)


def _hide(person: PersonId, row: Recognition) -> None:
    if row.shown:
        team = id_of_team(row.for_team)
        take_person_out(team, row.id, person)
        change_copy(person, row.id, shown=False)
        raise_rev_of_team(team)
