"""Which mails a person wants."""

from collections.abc import Set as AbstractSet

from webapp.domain.account import rate_limits
from webapp.domain.account.mail_service import mail_service
from webapp.domain.account.outgoing_mail import can_mail, store_mail, waits
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.rules.account.mails import MailKind, Wanted
from webapp.rules.reminders.digests import next_digest
from webapp.rules.reminders.kinds import Way
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import Conflict
from webapp.rules.shared.rate_limits import Limit
from webapp.storage.account.mail_addresses import address_of, set_address
from webapp.storage.account.mails import OutgoingMail, newest_mail, skip_mails
from webapp.storage.account.owners import raise_rev
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.settings import ReminderSettings

SAMPLES = Limit(5, DAY // 24)


def mails_wanted(person: PersonId) -> AbstractSet[Wanted]:
    """Return which mails a person chose, besides reminders."""
    known = address_of(person)
    if known is None:
        return frozenset()
    chosen = {Wanted.DIGEST: known.digest_due, Wanted.SUMMARIES: known.summaries}
    return {wanted for wanted, since in chosen.items() if since is not None}


def digest_of_next_week(person: PersonId) -> int | None:
    """Return when the next digest is made (ms), None if the person wants none."""
    known = address_of(person)
    return known.digest_due if known else None


def choose_mails(
    person: SignedIn, wanted: AbstractSet[Wanted], zone: str, language: str, now: int
) -> None:
    """Store which mails a person wants. zone: where they are; language: that of the page."""
    before = mails_wanted(person.id)
    with transaction():
        raise_rev(person.id)
        for one in wanted - before:
            _start(person, one, zone, now)
        for one in before - wanted:
            _end(person.id, one)
        set_address(person.id, language=language)


def send_sample(person: SignedIn, language: str, visit: Visit) -> None:
    """Send the person a mail to try. TooMany. Conflict: no mail goes to them."""
    if mail_service() is None or not can_mail(person.id):
        raise Conflict
    rate_limits.take(visit, SAMPLES, "mail to try", str(person.id))
    with transaction():
        raise_rev(person.id)
        if not waits(person.id, MailKind.SAMPLE):
            tag = f"sample-{visit.now}"
            store_mail(person.id, MailKind.SAMPLE, tag, visit.now, language=language)


def sample_of(person: PersonId) -> OutgoingMail | None:
    """Return the last mail to try, None if there was none."""
    return newest_mail(person, MailKind.SAMPLE)


def stop(person: PersonId, wanted: Wanted) -> None:
    """Send a person no more of these mails, those that wait included; nothing else changes."""
    with transaction():
        if not raise_rev(person):  # the account is gone, and its mails with it
            return
        if wanted is Wanted.REMINDERS:
            by_mail = (ReminderSettings.person == person, ReminderSettings.way == Way.MAIL)
            ReminderSettings.update(way=Way.NONE).where(*by_mail).execute()
        else:
            _end(person, wanted)


def _start(person: SignedIn, wanted: Wanted, zone: str, now: int) -> None:
    if wanted is Wanted.DIGEST:
        set_address(person.id, digest_due=next_digest(now, zone))
    if wanted is Wanted.SUMMARIES:  # never of reviews from before
        set_address(person.id, summaries=now)


def _end(person: PersonId, wanted: Wanted) -> None:
    column, kind = _ENDS[wanted]
    set_address(person, **{column: None})
    skip_mails(person, kind)


_ENDS = {
    Wanted.DIGEST: ("digest_due", MailKind.DIGEST),
    Wanted.SUMMARIES: ("summaries", MailKind.REVIEW),
}
