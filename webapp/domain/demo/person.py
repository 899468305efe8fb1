"""Filling an empty database with one made-up person."""

from random import Random

from webapp.domain.account.people import SignedIn, create_person, finish_welcome
from webapp.domain.account.sessions import end_session, find_person, start_session
from webapp.domain.account.settings import change_setting
from webapp.domain.capture.presets import add_preset
from webapp.domain.demo import words
from webapp.domain.demo.calendar import DemoCalendar, calendar_of
from webapp.domain.demo.days import store_checkins, store_days, store_decisions
from webapp.domain.demo.phone import Phone
from webapp.domain.demo.plans import store_goals, store_indicators, store_objectives
from webapp.domain.demo.reviews import store_reviews
from webapp.rules.account.keys import Keys
from webapp.rules.account.people import parse_new_person
from webapp.rules.capture.presets import NewPreset
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.account.people import has_people
from webapp.storage.engine.database import transaction

NAME, EMAIL = "Ana", "ana@example.org"
NOT_EMPTY = (
    "There are people in this database. The made-up person is for an empty one, to look around:"
    " name another folder in SMALLWINS_DATA."
)


def create_demo(password: str, zone: str, keys: Keys, now: int, seed: int = 1) -> None:
    """Store a person with twelve weeks of records before `now` (ms), all or nothing.

    The same seed and `now` give the same records. zone: an IANA name, that of the phone.
    Conflict: somebody has an account in this database. Invalid: the password is too weak.
    """
    new = parse_new_person(NAME, EMAIL, password, zone)
    with transaction():
        if has_people():
            raise Conflict(NOT_EMPTY)
        token = start_session(create_person(new), keys, now)
        person = find_person(token, keys, now)
        if person is None:
            raise NotFound
        _live(Phone(person, calendar_of(now, zone), Random(seed)))  # noqa: S311 (no secret)
        end_session(token, keys, now)


def _live(phone: Phone) -> None:
    person, calendar = phone.person, phone.calendar
    start = calendar.at(calendar.days[0], 8 * 60).instant
    _choose_settings(person, calendar, start)
    objectives = store_objectives(person, start)
    indicators = store_indicators(person, calendar, objectives)
    store_goals(phone, objectives)
    store_days(phone, objectives, indicators[-1])
    store_checkins(phone)
    store_decisions(phone)
    store_reviews(phone)


def _choose_settings(person: SignedIn, calendar: DemoCalendar, start: int) -> None:
    finish_welcome(person, start)
    change_setting(person, "areas", ["\n".join(words.AREAS)])
    for name in ("workdays", "checkin_days"):
        days = [str(day) for day in weekdays_in(getattr(calendar, name))]
        change_setting(person, name, days)
    for what, kind, area in words.PRESETS:
        add_preset(person, NewPreset(what, kind, area))
