"""Stopping mails by a link in one of them, without signing in (RFC 8058)."""

import hmac
import re

from webapp.domain.account.mail_service import MailService
from webapp.domain.mail.choices import stop
from webapp.rules.account.keys import Keys
from webapp.rules.account.mails import Wanted
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.problems import NotFound

NUMBER = re.compile(r"[1-9][0-9]{0,9}")  # as PostgreSQL stores them


def unsubscribe_address(service: MailService, person: PersonId, wanted: Wanted) -> str:
    """Return the address at which a person stops these mails; it is the same in all of them.

    It names them, and its last part is made of the server's key: nobody else can make it.
    """
    link = f"{person}-{wanted}-{service.keys.hash(_signed(person, wanted))}"
    return f"{service.public_url}/unsubscriptions/{link}"


def wanted_in(link: str, keys: Keys, now: int) -> Wanted:
    """Return which mails a link stops, or raise NotFound: it is not one of ours."""
    return _read(link, keys, now)[1]


def unsubscribe(link: str, keys: Keys, now: int) -> Wanted:
    """Stop the mails that a link names, and return which; NotFound. Twice is as once."""
    person, wanted = _read(link, keys, now)
    stop(person, wanted)
    return wanted


def _read(link: str, keys: Keys, now: int) -> tuple[PersonId, Wanted]:
    number, _, rest = link.partition("-")
    name, _, mark = rest.partition("-")
    if not NUMBER.fullmatch(number) or name not in set(Wanted):
        raise NotFound
    person, wanted = id_of_person(int(number)), Wanted(name)
    made = keys.hashes(_signed(person, wanted), now)
    if not any(hmac.compare_digest(mark.encode(), one.encode()) for one in made):
        raise NotFound
    return person, wanted


def _signed(person: PersonId, wanted: Wanted) -> str:
    return f"unsubscribe\n{person}\n{wanted}"
