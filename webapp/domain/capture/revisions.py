"""Editing wins and check-ins: every value is stored, the newest is the current one (R4)."""

from collections.abc import Iterable
from dataclasses import asdict

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.capture.checkins import checkin_of
from webapp.domain.capture.wins import count_folded, update_derived, win_of
from webapp.domain.shared.late import may_still_come
from webapp.domain.shared.stamps import edit_times
from webapp.domain.teams.boards import keep_on_board
from webapp.domain.teams.sharing import Judge
from webapp.rules.capture import checkins, wins
from webapp.rules.capture.audiences import said_of
from webapp.rules.capture.checkins import CheckInEdit
from webapp.rules.capture.revisions import (
    ReplacedValue,
    Revision,
    current_revisions,
    replaced_values,
)
from webapp.rules.capture.wins import WinEdit
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.moments import Moment, decode_moment, encode_moment
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.revisions import (
    FieldRevision,
    delete_revisions,
    replace_revision,
    revisions_of,
    with_revisions,
)
from webapp.storage.capture.wins import Win

Edit = WinEdit | CheckInEdit
Revised = Win | CheckIn
VISIBILITY = "visibility"
FIELDS = {Win: wins.FIELDS, CheckIn: checkins.FIELDS}


def store_edits(acting: Acting, entries: list[tuple[Entry, Edit]], now: int) -> None:
    """Store the values that these entries give, and apply the newest ones. now: ms.

    An edit may arrive before the entry that creates its win; it is applied when that arrives.
    Inside the transaction of the receipts.
    """
    at = dict(edit_times([entry for entry, _ in entries], now))
    rows = [
        {
            "person": acting.owner,
            "target": edit.target,
            "entry": entry.id,
            "at": at[entry.id],
            **value,
        }
        for entry, edit in entries
        for value in _values(edit)
    ]
    if rows:
        FieldRevision.insert_many(rows).execute()
    judge = Judge(acting, now)
    for edit in {edit.target: edit for _, edit in entries}.values():
        _settle(acting, judge, Win if isinstance(edit, WinEdit) else CheckIn, edit.target)
    judge.tell()


def win_history(acting: Acting, win_id: str) -> list[ReplacedValue]:
    """Return the replaced values of a win, the last first, or raise NotFound (R4)."""
    return _history(acting, win_of(acting, win_id))


def checkin_history(person: SignedIn, checkin_id: str) -> list[ReplacedValue]:
    """Return the replaced values of a check-in, as win_history does."""
    return _history(person, checkin_of(person, checkin_id))


def apply_early_edits(acting: Acting, model: type[Revised], ids: list[str], now: int) -> list[str]:
    """Apply edits that arrived before their wins or check-ins, `ids`, which are new. now: ms.

    Return the ids of those that had some.
    """
    edited = list(with_revisions(acting.owner, ids))
    judge = Judge(acting, now)
    for target in edited:
        _settle(acting, judge, model, target)
    judge.tell()
    return edited


def show_again(acting: Acting, win_id: str, now: int) -> None:
    """Put a win that was deleted, and is there again, on its board; now: ms.

    Only if its owner may still show it there; inside a transaction.
    """
    win = win_of(acting, win_id)
    before = win.audience
    if not before.is_shared:
        return
    judge = Judge(acting, now)
    current = current_revisions(_revisions_of(acting, win), win.id).get(VISIBILITY)
    _show_to(acting, judge, win, current or Revision(VISIBILITY, said_of(before), now, ""))
    win.save()
    keep_on_board(win, before)
    judge.tell()


def _settle(acting: Acting, judge: Judge, model: type[Revised], target: str) -> None:
    thing = model.get_or_none(model.person == acting.owner, model.id == target)
    if thing is not None:
        _apply(acting, judge, thing)
    elif not may_still_come(acting, target):
        delete_revisions(acting.owner, target)  # it was undone: delete its history too


def _apply(acting: Acting, judge: Judge, thing: Revised) -> None:
    revisions = _revisions_of(acting, thing)
    first = list(_first_values(thing, revisions))
    if first:
        rows = [
            {"person": acting.owner, "target": thing.id, **asdict(revision)} for revision in first
        ]
        FieldRevision.insert_many(rows).execute()
    current = current_revisions([*revisions, *first], thing.id)
    named = thing.objectives if isinstance(thing, Win) else ""
    for field, revision in current.items():
        if field != VISIBILITY:
            _set(acting, thing, field, revision.value)
    if not isinstance(thing, Win):
        thing.save()
        return
    update_derived(acting, thing)
    count_folded(acting, [(thing.fields, thing.folded)])
    before = thing.audience
    said = current.get(VISIBILITY)
    # What was permitted before stays: also on the board of a team that was left since.
    if said and said.value != said_of(before):
        _show_to(acting, judge, thing, said)
    if (thing.objectives, thing.team_id) != (named, before.team):
        judge.file(thing.audience, thing.objectives, thing.what)
    thing.save()
    keep_on_board(thing, before)


def _show_to(acting: Acting, judge: Judge, win: Win, said: Revision) -> None:
    audience = judge.audience(said.value, win.what, said.at)
    win.visibility, win.team_id = audience.visibility, audience.team
    if said_of(audience) != said.value:  # else a later edit of its words would show it
        replace_revision(acting.owner, win.id, VISIBILITY, said.entry, said_of(audience))


def _history(acting: Acting, thing: Revised) -> list[ReplacedValue]:
    return replaced_values(_revisions_of(acting, thing), thing.id)


def _revisions_of(acting: Acting, thing: Revised) -> list[Revision]:
    return [
        Revision(row.field, row.value, row.at, row.entry)
        for row in revisions_of(acting.owner, thing.id)
    ]


def _first_values(thing: Revised, revisions: list[Revision]) -> Iterable[Revision]:
    # The value before the first edit is stored as a revision by the entry that created the thing.
    stored = {revision.field for revision in revisions if revision.entry == thing.id}
    at = min(thing.entered, thing.received)
    for field in {revision.field for revision in revisions} - stored:
        yield Revision(field, _get(thing, field), at, thing.id)


def _values(edit: Edit) -> Iterable[dict[str, str]]:
    for field, value in edit.values:
        yield {"field": field, "value": value}
    if isinstance(edit, WinEdit) and edit.happened:
        yield {"field": "happened", "value": encode_moment(edit.happened)}


def _get(thing: Revised, field: str) -> str:
    if field == VISIBILITY and isinstance(thing, Win):
        return said_of(thing.audience)
    if field == "happened":
        return encode_moment(Moment(thing.happened, thing.offset, thing.zone))
    return FIELDS[type(thing)][field].write(getattr(thing, field))


def _set(acting: Acting, thing: Revised, field: str, value: str) -> None:
    if field != "happened":
        setattr(thing, field, FIELDS[type(thing)][field].read(value))
        return
    moment = decode_moment(value)
    thing.happened, thing.offset, thing.zone = moment.instant, moment.offset, moment.zone
    thing.day = moment.day(acting.day_start).isoformat()
