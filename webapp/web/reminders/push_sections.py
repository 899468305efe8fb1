"""What a page shows of the phones that reminders come to."""

from dataclasses import dataclass

from flask_babel import gettext

from webapp.domain.reminders.push_devices import Reminded, reminded_on
from webapp.domain.reminders.push_setup import Missing, push_setup
from webapp.rules.account.devices import DeviceName
from webapp.rules.goals.plans import clock_time
from webapp.rules.shared.moments import moment_in
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.i18n.dates import short_day
from webapp.web.shared.login import current_person


@dataclass(frozen=True, slots=True)
class PhoneRow:
    """A phone that reminders come to; says: what became of the last one."""

    id: str
    name: DeviceName
    says: str


@dataclass(frozen=True, slots=True)
class PushSection:
    """missing: what the operator has to set first, in a sentence; "" if this server pushes."""

    missing: str
    phones: list[PhoneRow]


def push_section() -> PushSection:
    """Return what is shown to the signed-in person; the page must not be cached."""
    setup = push_setup()
    if isinstance(setup, Missing):
        return PushSection(_missing(setup), [])
    person = current_person()
    zone = zone_of(person)
    rows = [PhoneRow(one.id, one.name, _says(one, zone)) for one in reminded_on(person, now())]
    return PushSection("", rows)


def _says(phone: Reminded, zone: str) -> str:
    # What the phone told counts; some cannot tell, and then what its vendor's service told.
    taken = phone.taken or 0
    if phone.opened and phone.opened >= taken:
        return gettext("Opened %(when)s", when=_when(phone.opened, zone))
    if phone.shown and phone.shown >= taken:
        return gettext("Shown on this phone %(when)s", when=_when(phone.shown, zone))
    if taken:
        when = _when(taken, zone)
        return gettext(
            "Taken by the service of %(vendor)s %(when)s", vendor=phone.vendor, when=when
        )
    return gettext("Nothing was sent to it yet")


def _when(instant: int, zone: str) -> str:
    local = moment_in(zone, instant).local()
    return f"{short_day(local.date().isoformat())} {clock_time(local.hour * 60 + local.minute)}"


def _missing(what: Missing) -> str:
    return {
        Missing.PUBLIC_URL: gettext(
            "This server does not send reminders to phones: its operator has to set"
            " SMALLWINS_PUBLIC_URL to its address, with https."
        ),
        Missing.SUBJECT: gettext(
            "This server does not send reminders to phones: its operator has to set"
            " SMALLWINS_PUSH_SUBJECT to an address of theirs."
        ),
        Missing.LIBRARIES: gettext(
            "This server does not send reminders to phones: its operator has to install the part"
            " “push” of Small Wins."
        ),
    }[what]
