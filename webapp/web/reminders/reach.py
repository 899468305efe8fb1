"""What a page says of how reminders reach a person: what is missing, and where to mend it."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext, ngettext

from webapp.domain.account.outgoing_mail import can_mail
from webapp.domain.reminders.push_devices import reminded_on
from webapp.domain.reminders.reach import Lack, can_send, lack_of
from webapp.rules.reminders.kinds import Way
from webapp.web.reminders.push_sections import push_section
from webapp.web.reminders.sayings import ways
from webapp.web.shared.clock import now
from webapp.web.shared.login import current_person

PHONES, MAILS = "/reminders/devices/", "/mails/"


@dataclass(frozen=True, slots=True)
class Hint:
    """What is missing, in a sentence, and the page on which it can be mended."""

    says: str
    page: str
    does: str
    lack: Lack


def hint_of(way: Way) -> Hint | None:
    """Return what is missing so that reminders reach the signed-in person that way."""
    lack = lack_of(current_person(), way, now())
    return _hint(lack) if lack else None


def offered(current: Way | None) -> dict[str, str]:
    """Return the ways that this server sends, with their names; what is chosen now, too."""
    return {way: name for way, name in ways().items() if can_send(Way(way)) or way == current}


def hints() -> dict[str, Hint]:
    """Return what is missing of each way of which something is."""
    found = {way.value: hint_of(way) for way in Way}
    return {way: hint for way, hint in found.items() if hint}


def reach_section(way: Way | None) -> dict[str, Any]:
    """Return what the page of reminders shows of it; way: what was chosen, None for nothing yet."""
    return {
        "ways": ways(),
        "offers": offered(None),
        "hint": hint_of(way) if way else None,
        "phones": _phones(),
        "mails": _mails(),
    }


def _phones() -> str:
    if not can_send(Way.PUSH):
        return gettext("Not on this server")
    count = len(reminded_on(current_person(), now()))
    return ngettext("%(num)s phone", "%(num)s phones", count) if count else gettext("None")


def _mails() -> str:
    if not can_send(Way.MAIL):
        return gettext("Not on this server")
    return gettext("Confirmed") if can_mail(current_person().id) else gettext("Not confirmed")


def _hint(lack: Lack) -> Hint:
    match lack:
        case Lack.NO_PUSH:
            return Hint(push_section().missing, PHONES, gettext("Phones"), lack)
        case Lack.NO_PHONE:
            says = gettext("No phone is switched on yet: open Reminders on the one that you carry.")
            return Hint(says, PHONES, gettext("Phones"), lack)
        case Lack.NO_MAIL:
            return Hint(gettext("This server sends no mail."), MAILS, gettext("Mails"), lack)
    email = current_person().email
    says = gettext(
        "No mail goes to %(email)s: it is not confirmed, or it was refused.", email=email
    )
    return Hint(says, MAILS, gettext("Mails"), lack)
