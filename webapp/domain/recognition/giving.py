"""Thanking: a copy of the thanks for the giver, for each receiver, and where it may be the team."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.domain.recognition.judging import Reach, Reached
from webapp.domain.shared.stamps import counted_moment
from webapp.domain.teams.notices import note, tell
from webapp.rules.insights.similarity import normalized
from webapp.rules.outbox.entries import Entry
from webapp.rules.recognition.recognitions import Copy, Recognised, Wish, own_words
from webapp.rules.shared.ids import PersonId, TeamId, id_of_person, id_of_team
from webapp.rules.shared.moments import DAY
from webapp.rules.teams.notices import NoticeKind
from webapp.storage.recognition.copies import (
    add_cited,
    add_copy,
    change_copy,
    copies_between,
    copy_of,
    wins_cited,
)
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.recognition.values import name_of_value
from webapp.storage.teams.memberships import current_membership, store_counts
from webapp.storage.teams.notices import Notice


@dataclass(frozen=True, slots=True)
class NewThanks:
    """What all copies of one recognition say, as columns, and whether the team is to read it."""

    columns: dict[str, Any]
    to_team: bool

    @property
    def id(self) -> str:
        """The id of the recognition."""
        return str(self.columns["id"])

    @property
    def team(self) -> TeamId:
        """The team in which it was given."""
        return id_of_team(self.columns["for_team"])


def store_recognitions(
    acting: Acting,
    entries: Sequence[tuple[Entry, Recognised]],
    reaches: Mapping[str, Reach],
    now: int,
) -> None:
    """Store thanks that members of a team give each other; now: ms of arrival.

    Inside the transaction of the receipts. reaches: by entry id, as judge_recognitions() found
    them; what is not there is not stored. The same words to the same person on one day become one:
    their wins join the ones before.
    """
    for entry, said in entries:
        if reach := reaches.get(entry.id):
            _store(acting, _thanks(acting, entry, said, reach, now), reach, now)


def _store(acting: Acting, thanks: NewThanks, reach: Reach, now: int) -> None:
    earlier = _earlier(acting.actor, thanks)
    new = [one for one in reach.reached if one.person not in earlier]
    if new:
        _give(acting.actor, thanks, new)
    for recognition, again in _by_copy(reach.reached, earlier).items():
        _join(acting.actor, thanks, recognition, again)
    for person in sorted({one.person for one in new}):
        _tell_receiver(person, thanks, now)
    if reach.missed:
        team_name = thanks.columns["team_name"]
        about = " · ".join(reach.missed)
        tell(acting.actor, NoticeKind.THANKS_KEPT_BACK, thanks.team, team_name, now, about)


def _thanks(acting: Acting, entry: Entry, said: Recognised, reach: Reach, now: int) -> NewThanks:
    team = id_of_team(acting.owner)
    made = counted_moment(entry.made, now)
    member = current_membership(acting.actor, team)
    words = chain.from_iterable(one.words for one in reach.reached)
    columns = {
        "id": entry.id,
        "at": made.instant,
        "day": made.day(acting.day_start).isoformat(),
        "offset": made.offset,
        "zone": made.zone,
        "giver": acting.actor,
        "giver_name": member.person_name if member else "",
        "for_team": team,
        "team_name": member.team_name if member else "",
        "achieved": said.achieved,
        "matters": said.matters,
        "value": name_of_value(team, said.value) if said.value else "",
        "own_words": " ".join(own_words(f"{said.achieved} {said.matters}", words)),
        "said": normalized(f"{said.achieved}\n{said.matters}"),
    }
    return NewThanks(columns, said.to_team)


def _earlier(giver: PersonId, thanks: NewThanks) -> dict[PersonId, str]:
    """Return by receiver the recognition in which they got the same words on the same day."""
    at, columns = thanks.columns["at"], thanks.columns
    same = copies_between(giver, Copy.GIVEN, at - DAY, at + DAY).where(
        Recognition.day == columns["day"],
        Recognition.said == columns["said"],
        Recognition.for_team == columns["for_team"],
    )
    cited = wins_cited(giver, [row.id for row in same.limit(MOST_ALIKE)])
    return {id_of_person(one.person_id): key for key, wins in cited.items() for one in wins}


MOST_ALIKE = 200  # the members of a team, each thanked in the same words


def _give(giver: PersonId, thanks: NewThanks, reached: Sequence[Reached]) -> None:
    columns = {**thanks.columns, **_kinds_of(reached), "to_team": thanks.to_team}
    add_copy({"owner": giver, "kind": Copy.GIVEN, **columns})
    _cite(giver, thanks.id, reached, counted=False)
    for person, wins in _by_person(reached).items():
        _hand_over(person, thanks, wins)


def _hand_over(person: PersonId, thanks: NewThanks, wins: Sequence[Reached]) -> None:
    may_show = thanks.to_team and any(one.counted for one in wins)
    shown = may_show and wins[0].wish is Wish.TEAM
    columns = {**thanks.columns, **_kinds_of(wins), "to_team": may_show, "shown": shown}
    add_copy({"owner": person, "kind": Copy.RECEIVED, **columns})
    _cite(person, thanks.id, wins)
    if shown:
        _show(thanks, wins)


def _join(giver: PersonId, thanks: NewThanks, recognition: str, reached: Sequence[Reached]) -> None:
    """Let earlier thanks in the same words cite these wins, too, wherever they are still kept."""
    _cite(giver, recognition, reached, counted=False)
    for person, wins in _by_person(reached).items():
        before = copy_of(person, recognition, Copy.RECEIVED)
        if before is None:
            continue
        _cite(person, recognition, wins)
        same = NewThanks({**thanks.columns, "id": recognition}, thanks.to_team)
        may_show = thanks.to_team and any(one.counted for one in wins)
        shown = before.shown or (may_show and not before.to_team and wins[0].wish is Wish.TEAM)
        more = {"outcome": before.outcome or any(one.counted for one in wins)}
        change_copy(person, recognition, to_team=before.to_team or may_show, shown=shown, **more)
        if shown:
            _show(same, wins)


def _show(thanks: NewThanks, wins: Sequence[Reached]) -> None:
    counted = [one for one in wins if one.counted]
    add_copy({"owner": thanks.team, "kind": Copy.TEAM, **thanks.columns, **_kinds_of(counted)})
    _cite(thanks.team, thanks.id, counted)


def _cite(owner: int, recognition: str, wins: Iterable[Reached], *, counted: bool = True) -> None:
    key = {"owner": owner, "recognition": recognition}
    rows = [
        {**key, "person": one.person, "win": one.win, "name": one.name, "counted": one.counted}
        for one in wins
    ]
    add_cited([row if counted else {**row, "counted": False} for row in rows])


def _kinds_of(wins: Sequence[Reached]) -> dict[str, bool]:
    return {
        "outcome": any(one.counted for one in wins),
        "light": all(one.light for one in wins),
    }


def _by_person(reached: Iterable[Reached]) -> dict[PersonId, list[Reached]]:
    found: dict[PersonId, list[Reached]] = defaultdict(list)
    for one in reached:
        found[one.person].append(one)
    return found


def _by_copy(reached: Iterable[Reached], earlier: dict[PersonId, str]) -> dict[str, list[Reached]]:
    found: dict[str, list[Reached]] = defaultdict(list)
    for one in reached:
        if one.person in earlier:
            found[earlier[one.person]].append(one)
    return found


def _tell_receiver(person: PersonId, thanks: NewThanks, now: int) -> None:
    # One line, however many thanks wait to be read: nothing here counts them.
    waits = (Notice.person == person, Notice.kind == NoticeKind.THANKED)
    if not Notice.select().where(*waits, Notice.team == thanks.team).exists():
        note(person, NoticeKind.THANKED, thanks.team, thanks.columns["team_name"], now)
        store_counts(person)
