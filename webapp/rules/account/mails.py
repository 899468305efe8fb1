"""Which mails there are, what can become of one, and when it is tried again."""

from enum import StrEnum

from webapp.rules.shared.moments import DAY, MINUTE

MOST_REFUSALS = 5  # in a row, after which nothing is sent to an address
CONFIRM_LIFE = 3 * DAY  # ms of a link to confirm an address
KEPT = 30 * DAY  # ms after which a mail that was sent is forgotten
# Minutes until the next try, by how often it was tried; then the last one again and again.
BACK_OFF = (1, 5, 15, 60, 180)


class MailKind(StrEnum):
    """What a mail is for; the values are stored."""

    CONFIRM = "confirm"
    RESET = "reset"
    SAMPLE = "sample"
    DIGEST = "digest"
    REVIEW = "review"


class MailState(StrEnum):
    """What became of a mail; the values are stored.

    SKIPPED: there was nothing to send any more. GIVEN_UP: it was refused for good, or too late.
    """

    WAITING = "waiting"
    SENT = "sent"
    SKIPPED = "skipped"
    GIVEN_UP = "given_up"


# ms for which each is of use.
USEFUL = {
    MailKind.CONFIRM: DAY,
    MailKind.RESET: DAY // 2,
    MailKind.SAMPLE: DAY // 24,
    MailKind.DIGEST: 2 * DAY,
    MailKind.REVIEW: 2 * DAY,
}


class Wanted(StrEnum):
    """What a person can ask for by mail, and stop by a link in it; the values are in links."""

    REMINDERS = "reminders"
    DIGEST = "digest"
    SUMMARIES = "summaries"


def next_try(now: int, tries: int) -> int:
    """Return when to try a mail again that was tried so often, at `now`; both ms."""
    return now + BACK_OFF[min(max(tries, 1), len(BACK_OFF)) - 1] * MINUTE
