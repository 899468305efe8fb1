"""The weekly digest: storing the mails that are due, and what one says (opt-in)."""

from collections.abc import Sequence
from datetime import date, timedelta

from webapp.domain.account.outgoing_mail import store_mail
from webapp.domain.account.people import person_with
from webapp.domain.insights.recent import wins_from
from webapp.domain.mail.letter import Letter, Writing, bullets
from webapp.domain.objectives.names import names_of
from webapp.rules.account.mails import MailKind, Wanted
from webapp.rules.insights.wins import WinFacts
from webapp.rules.reminders.digests import digest_here, next_digest, week_before
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.problems import N_
from webapp.storage.account.mail_addresses import (
    address_of,
    people_with_digest_before,
    set_address,
)
from webapp.storage.engine.database import transaction

AT_ONCE = 100
MOST = 30  # wins of an objective that are listed
LAST_DAY = timedelta(days=6)


def plan_digests(now: int) -> None:
    """Store a mail for everybody whose digest is due at `now` (ms), each week once."""
    while people := people_with_digest_before(now, AT_ONCE):
        for person in people:
            _plan(person, now)


def digest_letter(writing: Writing, monday: str) -> Letter | None:
    """Return one's own week from this day (ISO) on, by objective; None: there was no win.

    It holds the person's own words, which they asked for; nothing of others, and no rating.
    """
    first = date.fromisoformat(monday)
    wins = wins_from(writing.person, first, first + LAST_DAY)
    if not wins:
        return None
    return Letter(
        writing.say(N_("Your small wins of last week")),
        (
            writing.say(
                N_("This is what you logged from %(first)s to %(last)s:"),
                first=writing.day(first),
                last=writing.day(first + LAST_DAY),
            ),
            *_by_objective(writing, wins),
            f"{writing.say(N_('All your wins:'))}\n{writing.link('/wins/')}",
        ),
        Wanted.DIGEST,
    )


def _plan(person_id: PersonId, now: int) -> None:
    with transaction():
        known, person = address_of(person_id), person_with(person_id)
        if known is None or person is None or not known.digest_due or known.digest_due > now:
            return  # another process was first, or they stopped it
        zone = person.fixed_zone or person.time_zone
        due = digest_here(known.digest_due, zone)
        if due > now:  # they flew west
            set_address(person_id, digest_due=due)
            return
        monday = week_before(due, zone)[0].isoformat()
        set_address(person_id, digest_due=next_digest(now, zone))
        # After weeks without a server the week before is the only one that is still of use.
        store_mail(person_id, MailKind.DIGEST, f"digest-{monday}", now, about=monday)


def _by_objective(writing: Writing, wins: Sequence[WinFacts]) -> list[str]:
    """Return a paragraph for each objective, by name, then one for the other wins."""
    names = names_of(writing.person).objectives
    groups: dict[str, list[str]] = {}
    for win in reversed(wins):  # the oldest first
        for heading in [names[one] for one in win.objectives if one in names] or [""]:
            groups.setdefault(heading, []).append(win.what)
    other = writing.say(N_("Other wins") if any(groups) else N_("Wins"))
    return [
        f"{heading or other}\n{bullets(groups[heading], MOST)}"
        for heading in sorted(groups, key=lambda name: (not name, name))
    ]
