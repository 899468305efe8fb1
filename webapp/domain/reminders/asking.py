"""Asking a person once whether they want to be reminded, when they know what of."""

from dataclasses import replace

from webapp.domain.account.people import SignedIn
from webapp.domain.reminders.reach import can_send
from webapp.domain.reminders.wishes import choose, store_wishes, wishes_of
from webapp.rules.reminders.kinds import Way
from webapp.rules.reminders.settings import Wishes
from webapp.storage.capture.checkins import own_checkins

ENOUGH = 2  # answered check-ins


def shall_ask(person: SignedIn) -> bool:
    """Return whether it is the time to ask: once, after a second check-in, where phones can be."""
    if not can_send(Way.PUSH) or wishes_of(person):
        return False
    return len(own_checkins(person.id).limit(ENOUGH)) >= ENOUGH


def decline(person: SignedIn, now: int) -> None:
    """Store that the person wants no reminders, unless they chose some already; now: ms."""
    if not wishes_of(person):
        store_wishes(person, Wishes(way=Way.NONE), now)


def choose_phones(person: SignedIn, now: int) -> None:
    """Store that reminders shall come to the person's phones; now: ms."""
    wishes = wishes_of(person)
    if wishes is None or wishes.way is not Way.PUSH:
        choose(person, replace(wishes or Wishes(), way=Way.PUSH), now)
